package booth.garden.visitors;

import booth.garden.Emotion;
import booth.garden.Gender;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one who stands for all visitors of a gender.
 *
 * @param age in years, their mean
 * @param emotion the most frequent; of equally frequent ones the first as the garden names them
 * @param traits what more than half of them show
 */
record Representative(Gender gender, double age, Emotion emotion, Set<Trait> traits) {
    private static final double MAN = 30;
    private static final double WOMAN = 25;

    Representative {
        traits = Set.copyOf(traits);
    }

    /** @param visitors also of the other gender */
    static Representative of(Gender gender, List<Visitor> visitors) {
        List<Visitor> own =
                visitors.stream().filter(one -> one.gender() == gender).toList();
        if (own.isEmpty()) return ofNobody(gender);
        Set<Trait> shown = EnumSet.noneOf(Trait.class);
        for (Trait trait : Trait.values())
            if (2 * own.stream().filter(trait::of).count() > own.size()) shown.add(trait);
        double age = own.stream().mapToDouble(Visitor::age).average().orElseThrow();
        return new Representative(gender, age, mostFrequent(own), shown);
    }

    /** As documented: thirty or twenty-five, happy, and everything at once. */
    private static Representative ofNobody(Gender gender) {
        return new Representative(
                gender, gender == Gender.MALE ? MAN : WOMAN, Emotion.HAPPY, EnumSet.allOf(Trait.class));
    }

    private static Emotion mostFrequent(List<Visitor> visitors) {
        Map<Emotion, Integer> counts = new EnumMap<>(Emotion.class);
        visitors.forEach(one -> one.emotions().ifPresent(emotion -> counts.merge(emotion, 1, Integer::sum)));
        return Arrays.stream(Emotion.values())
                .max(Comparator.comparingInt((Emotion one) -> counts.getOrDefault(one, 0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }
}
