package booth.core.access;

import booth.core.JobRequest;
import booth.core.Refused;
import java.time.Instant;

/**
 * What the holder of a booth's key may do.
 *
 * @param booth whose jobs these are
 * @param perMinute how many requests a minute it may make
 */
public record BoothKey(String booth, Instant createdAt, int perMinute) {
    private static final int MOST = 60_000;

    public BoothKey {
        JobRequest.requireToken("booth", booth);
        if (perMinute < 1 || perMinute > MOST)
            throw new Refused("INVALID_RATE", "A key makes 1 to 60000 requests a minute, not " + perMinute + ".");
    }
}
