package booth.emulator.api;

import java.time.Duration;

/**
 * What stands behind a route.
 *
 * @param function name or ARN
 * @param timeout how long API Gateway waits for it, 30 s at most
 */
public record Integration(String function, Duration timeout) {
    /** API Gateway's longest, and what it waits unless told otherwise. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    public Integration {
        if (timeout.toMillis() < 50 || timeout.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("An integration takes 50 ms to 30 s, not " + timeout + ".");
    }
}
