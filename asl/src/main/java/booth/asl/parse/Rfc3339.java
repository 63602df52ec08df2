package booth.asl.parse;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** The timestamps that a definition may have. */
final class Rfc3339 {
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private Rfc3339() {}

    /** Whether it has a capital T, seconds, and a capital Z or an offset, and names a moment that exists. */
    static boolean isValid(String text) {
        if (!FORM.matcher(text).matches()) return false;
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
