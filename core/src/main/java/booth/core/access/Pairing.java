package booth.core.access;

import booth.core.job.JobRequest;
import java.time.Instant;

/**
 * What a pairing link is good for: one key.
 *
 * @param booth whose key it will be
 * @param perMinute how many requests a minute that key may make
 * @param used whether it has been issued
 */
record Pairing(String booth, int perMinute, Instant expiresAt, boolean used) {
    Pairing {
        JobRequest.requireToken("booth", booth);
        BoothKey.requireRate(perMinute);
    }

    Pairing usedUp() {
        return new Pairing(booth, perMinute, expiresAt, true);
    }
}
