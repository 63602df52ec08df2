package booth.emulator.logs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One event of a log; in its file a line, {@code 2026-11-21T10:00:00.000Z message}.
 *
 * @param id digits; later events of the same log have greater ones
 * @param timestamp milliseconds since 1970
 */
record LogEvent(String id, long timestamp, String message) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = 24;

    static String line(long timestamp, String message) {
        return TIME.format(Instant.ofEpochMilli(timestamp)) + " " + message;
    }

    /** The events in these lines; what is none, half a line at the end of a process, is passed over. */
    static List<LogEvent> read(List<String> lines) {
        List<LogEvent> events = new ArrayList<>();
        long latest = 0;
        int number = 0;
        for (String line : lines) {
            if (line.length() <= TIME_LENGTH || line.charAt(TIME_LENGTH) != ' ') continue;
            long timestamp = timestamp(line.substring(0, TIME_LENGTH));
            if (timestamp < latest) continue;
            number = timestamp == latest ? number + 1 : 0;
            latest = timestamp;
            events.add(new LogEvent(
                    String.format(Locale.ROOT, "%013d%06d", timestamp, number),
                    timestamp,
                    line.substring(TIME_LENGTH + 1)));
        }
        return events;
    }

    /** Negative for what is no time. */
    private static long timestamp(String text) {
        try {
            return TIME.parse(text, Instant::from).toEpochMilli();
        } catch (DateTimeParseException e) {
            return -1;
        }
    }
}
