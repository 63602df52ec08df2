package booth.generate;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long an order waits after it could not be filled; at least half of the time named, the rest by chance, so that a
 * crowd is not retried all at once. Patience is for a busy model alone: an incident rarely mends itself, and the
 * sooner its deliveries are used up the sooner the dead letters tell the guest.
 */
final class Backoff {
    private static final long FIRST_SECONDS = 5;
    private static final long LONGEST_SECONDS = 300;
    private static final long INCIDENT_SECONDS = 10;
    private static final int DOUBLINGS = 6; // 5·2⁶ s is past the longest already

    private final DoubleSupplier chance;

    /** @param chance from 0 to 1, anew each time */
    Backoff(DoubleSupplier chance) {
        this.chance = chance;
    }

    /**
     * While the model is busy: 5 s, then twice as long each time, 5 minutes at most.
     *
     * @param deliveries how often the order was taken out so far, from 1
     */
    Duration whileBusy(int deliveries) {
        int doublings = Math.min(DOUBLINGS, Math.max(0, deliveries - 1));
        return jittered(Math.min(LONGEST_SECONDS, FIRST_SECONDS << doublings));
    }

    /** After anything else: 10 s. */
    Duration afterIncident() {
        return jittered(INCIDENT_SECONDS);
    }

    private Duration jittered(long seconds) {
        return Duration.ofSeconds(Math.round(seconds * (0.5 + 0.5 * chance.getAsDouble())));
    }
}
