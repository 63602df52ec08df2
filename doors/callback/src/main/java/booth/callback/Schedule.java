package booth.callback;

import java.time.Duration;
import java.util.List;

/** When a booth that did not take its webhook is told again: soon, then ever more rarely, over half a day. */
final class Schedule {
    /** SQS hides a message for twelve hours at most; whoever asks to be told again later than in an hour is told in an hour. */
    private static final Duration MOST_ASKED_FOR = Duration.ofHours(1);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5));

    /** How often a message is taken out before it counts as undeliverable. */
    static final int TRIES = WAITS.size() + 1;

    private Schedule() {}

    /**
     * @param tries so far, from 1
     * @param notBefore what the other side asked for
     */
    static Duration after(int tries, Duration notBefore) {
        Duration usual = WAITS.get(Math.min(tries, WAITS.size()) - 1);
        Duration asked = notBefore.compareTo(MOST_ASKED_FOR) < 0 ? notBefore : MOST_ASKED_FOR;
        return usual.compareTo(asked) < 0 ? asked : usual;
    }
}
