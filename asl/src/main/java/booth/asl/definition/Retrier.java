package booth.asl.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One element of {@code Retry}.
 *
 * @param errors {@code ErrorEquals}
 * @param interval {@code IntervalSeconds}, 1 by default
 * @param maxAttempts {@code MaxAttempts}, 3 by default; 0 never retries
 * @param backoffRate {@code BackoffRate}, 2.0 by default, at least 1
 * @param maxDelay {@code MaxDelaySeconds}
 * @param jitter whether {@code JitterStrategy} is {@code FULL}
 */
public record Retrier(
        ErrorNames errors,
        Duration interval,
        int maxAttempts,
        double backoffRate,
        Optional<Duration> maxDelay,
        boolean jitter) {
    /** Centuries, yet far from the end of {@link java.time.Instant}. */
    private static final double LONGEST_MILLIS = Duration.ofDays(100_000).toMillis();

    /** The pause before a retry, the first being number 0: interval × rate^number, capped, then jittered. */
    public Duration delay(int number, RandomGenerator random) {
        double cap = maxDelay.map(Duration::toMillis).map(Long::doubleValue).orElse(LONGEST_MILLIS);
        double millis = Math.min(cap, interval.toMillis() * Math.pow(backoffRate, number));
        return Duration.ofMillis(Math.round(jitter ? random.nextDouble(millis) : millis));
    }
}
