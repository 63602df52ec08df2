package booth.garden;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How old somebody seems, in classes: each from after the one before up to its own last year. */
public enum Generation {
    TODDLER("toddler", "유아", 5),
    CHILD("child", "아동", 12),
    TEENAGER("teenager", "청소년", 18),
    YOUNG_ADULT("young-adult", "청년", 25),
    ADULT("adult", "중년", 49),
    MIDDLE_AGE("middle-age", "장년", 64),
    ELDER("elder", "노년", Double.POSITIVE_INFINITY);

    private final String word;
    private final String korean;
    private final double last;

    Generation(String word, String korean, double last) {
        this.word = word;
        this.korean = korean;
        this.last = last;
    }

    /** @param low and {@code high}: between which ages somebody seems to be, in years; their mean decides */
    public static Generation of(double low, double high) {
        double age = (low + high) / 2;
        return Arrays.stream(values())
                .filter(one -> age <= one.last)
                .findFirst()
                .orElse(ELDER);
    }

    public static Optional<Generation> find(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** @throws Refused {@code INVALID_GENERATION} */
    @JsonCreator
    public static Generation of(String word) {
        return find(word)
                .orElseThrow(() -> new Refused(
                        "INVALID_GENERATION",
                        "The generation is one of "
                                + Arrays.stream(values()).map(Generation::word).collect(Collectors.joining(", "))
                                + ", not '" + word + "'."));
    }

    /** As answers have it, e.g. {@code young-adult}. */
    @JsonValue
    public String word() {
        return word;
    }

    public String korean() {
        return korean;
    }
}
