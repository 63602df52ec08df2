package booth.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A token bucket per key or address: a minute's worth of requests at once, refilled evenly. It counts what this instance of the
 * function sees; with several at work a key gets at most that many times its rate.
 */
public final class RateLimit {
    private static final double MINUTE = Duration.ofMinutes(1).toMillis();

    private record Bucket(double tokens, Instant at) {}

    private static final int MANY = 10_000; // about 1 MB

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public RateLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws RateExceeded when {@code key} has to wait */
    public void take(String key, int perMinute) {
        Instant now = clock.instant();
        if (buckets.size() > MANY) forgetFull(now);
        buckets.compute(key, (same, before) -> {
            double tokens = before == null ? perMinute : refilled(before, perMinute, now);
            if (tokens < 1)
                throw new RateExceeded(Duration.ofMillis((long) Math.ceil((1 - tokens) * MINUTE / perMinute)));
            return new Bucket(tokens - 1, now);
        });
    }

    /** A bucket that is full again is as good as none. */
    private void forgetFull(Instant now) {
        buckets.values().removeIf(bucket -> Duration.between(bucket.at(), now).toMillis() >= MINUTE);
    }

    private static double refilled(Bucket before, int perMinute, Instant now) {
        double since = Math.max(0, Duration.between(before.at(), now).toMillis());
        return Math.min(perMinute, before.tokens() + since * perMinute / MINUTE);
    }
}
