package booth.asl;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Pattern;

/** Points in time as AWS writes and reads them. */
final class Timestamps {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private Timestamps() {}

    /** Whether a definition may have it: RFC 3339, with a capital T, seconds, and a capital Z or an offset. */
    static boolean isValid(String text) {
        if (!RFC_3339.matcher(text).matches()) return false;
        try {
            parse(text);
            return true;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    /** @throws DateTimeException unless it is ISO 8601 with an offset or Z */
    static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** {@code 2026-11-20T10:00:00.000Z}. */
    static String format(Instant instant) {
        return MILLIS.format(instant);
    }
}
