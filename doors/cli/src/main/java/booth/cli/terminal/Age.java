package booth.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Spans of time as people at a terminal write and read them: {@code 30m}, {@code 1h}, {@code 2d}. */
public final class Age implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    @Override
    public Duration convert(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches())
            throw new TypeConversionException("'" + text + "' is no span of time; write 30m, 1h or 2d");
        long seconds = switch (parts.group(2)) {
            case "s" -> 1;
            case "m" -> MINUTE;
            case "h" -> HOUR;
            default -> DAY;
        };
        return Duration.ofSeconds(Long.parseLong(parts.group(1)) * seconds);
    }

    /** In the largest unit of which there are at least two, {@code 95s}, {@code 14m}. */
    public static String of(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 2 * MINUTE) return seconds + "s";
        if (seconds < 2 * HOUR) return seconds / MINUTE + "m";
        if (seconds < 2 * DAY) return seconds / HOUR + "h";
        return seconds / DAY + "d";
    }

    /** How long something took: {@code 0.1 s}, {@code 12.3 s}, {@code 2:05 min}. */
    public static String took(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 100 * 1000) return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        return String.format(Locale.ROOT, "%d:%02d min", millis / 60_000, millis / 1000 % 60);
    }
}
