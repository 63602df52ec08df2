package booth.notify;

import java.time.Duration;

/** The queue of news, as a place to put something back. */
interface MessageVisibility {
    /**
     * Lets a message that was taken out come back after {@code wait}. False when the queue would not have it; the message
     * then comes back when its usual time is over.
     */
    boolean comeBack(String receipt, Duration wait);
}
