package booth.garden.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a batch stands. */
enum BatchStatus {
    RUNNING,
    SUCCEEDED,
    PARTIAL,
    FAILED,
    CANCELED;

    /** Of a batch that has come to its end. */
    static BatchStatus of(int planned, int made) {
        if (made >= planned) return SUCCEEDED;
        return made == 0 ? FAILED : PARTIAL;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
