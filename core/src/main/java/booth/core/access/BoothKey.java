package booth.core.access;

import booth.core.Refused;
import booth.core.job.JobRequest;
import java.time.Instant;

/**
 * What the holder of a booth's key may do.
 *
 * @param id 64 hexadecimal digits, the first of which are enough to name it
 * @param booth whose jobs these are
 * @param perMinute how many requests a minute it may make
 * @param webhookSecret signs what is told to the booth's own addresses; {@code whsec_} and Base64
 */
public record BoothKey(String id, String booth, Instant createdAt, int perMinute, String webhookSecret) {
    private static final int MOST = 60_000;

    public BoothKey {
        JobRequest.requireToken("booth", booth);
        requireRate(perMinute);
    }

    static void requireRate(int perMinute) {
        if (perMinute < 1 || perMinute > MOST)
            throw new Refused("INVALID_RATE", "A key makes 1 to 60000 requests a minute, not " + perMinute + ".");
    }
}
