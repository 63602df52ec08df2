package booth.cli.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How what was looked at is. */
enum Level {
    OK,
    /** It works, or may, but somebody should know. */
    WARN,
    /** Photos will fail, or do. */
    FAIL,
    /** There is nothing to look at, and nothing wrong with that. */
    SKIP;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
