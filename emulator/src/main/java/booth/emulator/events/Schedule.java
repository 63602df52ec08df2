package booth.emulator.events;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a rule is due, to the minute, in UTC. */
public sealed interface Schedule permits Cron, Rate {
    Pattern RATE = Pattern.compile("rate\\(([1-9]\\d{0,5}) (minute|hour|day)(s?)\\)");
    Pattern CRON = Pattern.compile("cron\\((.*)\\)");

    /** @param minute seconds and less do not count */
    boolean isDue(ZonedDateTime minute);

    /** Whether it also comes soon after a start, as AWS's rules do that were just made. */
    boolean comesFirst();

    /**
     * {@code rate(15 minutes)} counts from the beginning of 1970, so that a start in between shifts nothing; {@code cron(0 4
     * ? * MON *)} has AWS's six fields.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Schedule of(String expression) {
        Matcher rate = RATE.matcher(expression);
        Matcher cron = CRON.matcher(expression);
        if (cron.matches()) return Cron.of(cron.group(1));
        if (!rate.matches() || rate.group(1).equals("1") == rate.group(3).equals("s"))
            throw new IllegalArgumentException(
                    "a schedule is rate(15 minutes), rate(1 day) or cron(0 4 ? * MON *), not " + expression);
        Duration unit = switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
        return new Rate(unit.multipliedBy(Long.parseLong(rate.group(1))).toMinutes());
    }
}
