package booth.painter.garden.wish;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The words of a prompt, in small letters, without those that it denies: "no dog", "without rain". */
final class Words {
    private static final Set<String> DENIALS = Set.of("no", "without", "not");
    private static final int LONGEST = 4096;

    private final Set<String> known = new LinkedHashSet<>();

    /** Only the first 4,096 characters are read: more is no description of a picture. */
    Words(String prompt) {
        String head = prompt.length() > LONGEST ? prompt.substring(0, LONGEST) : prompt;
        String before = "";
        for (String word : head.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (DENIALS.contains(before)) {
                known.remove(word);
            } else if (!word.isEmpty()) {
                known.add(word);
            }
            before = word;
        }
    }

    boolean any(String words) {
        return Arrays.stream(words.split(" ")).anyMatch(known::contains);
    }

    /** The thing most of whose words are here, the earlier one on a tie. */
    <T> Optional<T> best(T[] things, Function<T, String> words) {
        T best = null;
        long most = 0;
        for (T thing : things) {
            long hits = Arrays.stream(words.apply(thing).split(" "))
                    .filter(known::contains)
                    .count();
            if (hits > most) {
                most = hits;
                best = thing;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The first number among the words from 1 to 120. */
    Optional<Integer> age() {
        return known.stream()
                .filter(word -> word.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(age -> age >= 1 && age <= 120)
                .findFirst();
    }
}
