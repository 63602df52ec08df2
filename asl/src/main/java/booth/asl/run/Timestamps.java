package booth.asl.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Points in time as AWS writes and reads them. */
final class Timestamps {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Timestamps() {}

    /** @throws DateTimeException unless it is ISO 8601 with an offset or Z */
    static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** {@code 2026-11-20T10:00:00.000Z}. */
    static String format(Instant instant) {
        return MILLIS.format(instant);
    }
}
