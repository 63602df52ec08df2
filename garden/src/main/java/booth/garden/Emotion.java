package booth.garden;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a face shows, in the order that settles ties; Rekognition's names. */
public enum Emotion {
    HAPPY("행복"),
    SURPRISED("놀람"),
    CALM("평온"),
    ANGRY("화남"),
    FEAR("공포"),
    CONFUSED("혼란스러움"),
    DISGUSTED("역겨움"),
    SAD("슬픔");

    private final String korean;

    Emotion(String korean) {
        this.korean = korean;
    }

    /** The one of that name, in any case; empty for a name of none, as for Rekognition's {@code UNKNOWN}. */
    public static Optional<Emotion> find(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(one -> one.name().equals(upper)).findFirst();
    }

    /** @throws Refused {@code INVALID_EMOTION} */
    @JsonCreator
    public static Emotion of(String name) {
        return find(name)
                .orElseThrow(() -> new Refused(
                        "INVALID_EMOTION",
                        "The emotion is one of "
                                + Arrays.stream(values()).map(Emotion::word).collect(Collectors.joining(", "))
                                + ", not '" + name + "'."));
    }

    @JsonValue
    String json() {
        return name();
    }

    /** As keys have it, e.g. {@code happy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String korean() {
        return korean;
    }
}
