package booth.generate;

import java.time.Duration;

/** The queue that orders wait in. */
interface MessageVisibility {
    /**
     * Lets an order that was taken out come back after {@code wait}. False when the queue would not have it; the order
     * then comes back when its usual time is over.
     *
     * @param receipt of this delivery of the order
     */
    boolean comeBack(String receipt, Duration wait);
}
