package booth.generate;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.function.LogLine;

/** An order that was read: what is to be made, and who hears how it ended. */
interface Work {
    /**
     * Makes the picture and tells whoever waits for it.
     *
     * @return false when nobody waits any more
     * @throws Refused the model's rules forbid it
     * @throws ModelUnavailable until somebody changes the account or the settings
     * @throws ObsoleteOrder when nobody wants it any more
     * @throws Busy when it may work later
     */
    boolean fill(Delivery delivery);

    /** Says that there will be no picture; false when nobody waits any more. */
    boolean fail(TaskCallback.Failure failure);

    /** What the log says of it. */
    LogLine on(LogLine line);
}
