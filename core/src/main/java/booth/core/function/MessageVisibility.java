package booth.core.function;

import booth.core.Primed;
import java.time.Duration;

/** The queue that a function's messages come from: how long each stays hidden there until it is delivered again. */
public interface MessageVisibility extends Primed {
    /**
     * Has a message that could not be handled delivered again after {@code delay}, twelve hours at most.
     *
     * @param receipt of this delivery
     * @return false when the queue would not have it; the message is then delivered again when the queue's usual time is
     *     over
     */
    boolean delayRetry(String receipt, Duration delay);
}
