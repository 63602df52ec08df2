package booth.monster;

import static java.util.Comparator.comparingInt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What guests asked for, in their own words: names or kinds of masks in any language of the catalogue, alone or in a
 * sentence. One wish is everybody's; several, with commas between them, are those of the faces that wear masks, from left
 * to right, and who is left over is surprised.
 */
final class Wish {
    /** Who writes more than this has not named a mask. */
    private static final int LONGEST = 200;

    private static final String COMMAS = "[,،、;/|\\n]"; // NFKC has made one of the wide comma and semicolon

    private record Word(String text, Choice choice) {}

    /**
     * Masks to choose from.
     *
     * @param byName whether it is the one that was named, which may then be worn in every picture
     */
    record Choice(List<MonsterMask> masks, boolean byName) {}

    private final List<Optional<Choice>> parts;

    private Wish(List<Optional<Choice>> parts) {
        this.parts = parts;
    }

    static Wish of(Optional<String> text, Catalogue catalogue) {
        String said = text.map(Wish::plain).orElse("");
        if (said.isBlank()) return new Wish(List.of());
        List<Word> words = words(catalogue);
        return new Wish(Stream.of(said.split(COMMAS))
                .filter(part -> !part.isBlank())
                .map(part -> understood(part, words))
                .toList());
    }

    /** @param place of the face, counted from the left from 0; empty when any mask will do */
    Optional<Choice> of(int place) {
        if (parts.size() == 1) return parts.get(0);
        return place < parts.size() ? parts.get(place) : Optional.empty();
    }

    /** Whether something was said that names no mask. */
    boolean partlyUnknown() {
        return parts.stream().anyMatch(Optional::isEmpty);
    }

    private static Optional<Choice> understood(String part, List<Word> words) {
        String spaced = spaced(part);
        return words.stream()
                .filter(word -> isIn(word.text(), spaced))
                .findFirst()
                .map(Word::choice);
    }

    /** English has whole words; Korean hangs its endings onto a name; Japanese and Chinese write no spaces. */
    private static boolean isIn(String word, String spaced) {
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case LATIN -> spaced.contains(" " + word + " ");
            case HANGUL -> spaced.contains(" " + word);
            default -> spaced.contains(word);
        };
    }

    /** The longest first, because "cat demon" is also a cat; names before kinds. */
    private static List<Word> words(Catalogue catalogue) {
        List<Word> words = new ArrayList<>();
        for (MonsterMask mask : catalogue.masks()) add(words, mask.id(), mask.names(), new Choice(List.of(mask), true));
        for (Catalogue.Tag tag : catalogue.tags())
            add(words, tag.id(), tag.names(), new Choice(catalogue.tagged(tag.id()), false));
        words.sort(comparingInt((Word word) -> word.choice().byName() ? 0 : 1)
                .thenComparing(comparingInt((Word word) -> -word.text().length())));
        return words;
    }

    private static void add(List<Word> words, String id, Map<String, List<String>> names, Choice choice) {
        Stream.concat(Stream.of(id), names.values().stream().flatMap(List::stream))
                .map(name -> spaced(plain(name)).strip())
                .forEach(name -> words.add(new Word(name, choice)));
    }

    private static String plain(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Words with one space on both sides of each, whatever stood between them. */
    private static String spaced(String text) {
        return " " + text.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip() + " ";
    }
}
