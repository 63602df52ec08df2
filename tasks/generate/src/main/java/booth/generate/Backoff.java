package booth.generate;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long an order waits after it could not be filled: 5 s, then twice as long each time, 5 minutes at most; of that
 * at least half, the rest by chance, so that a crowd does not come back all at once.
 */
final class Backoff {
    private static final long FIRST_SECONDS = 5;
    private static final long LONGEST_SECONDS = 300;
    private static final int DOUBLINGS = 6; // 5·2⁶ s is past the longest already

    private final DoubleSupplier chance;

    /** @param chance from 0 to 1, anew each time */
    Backoff(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** @param deliveries how often the order was taken out so far, from 1 */
    Duration after(int deliveries) {
        int doublings = Math.min(DOUBLINGS, Math.max(0, deliveries - 1));
        double whole = Math.min(LONGEST_SECONDS, FIRST_SECONDS << doublings);
        return Duration.ofSeconds(Math.round(whole * (0.5 + 0.5 * chance.getAsDouble())));
    }
}
