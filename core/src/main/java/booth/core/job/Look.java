package booth.core.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a job makes of its photo. */
public enum Look {
    /** New worlds behind the guests, painted by an image model from prompts. */
    WORLDS,
    /** The photo as three lenses and lights would have taken it: the guests sharp, their background not. */
    PORTRAIT,
    /** The photo with a mask on every face. */
    MONSTER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
