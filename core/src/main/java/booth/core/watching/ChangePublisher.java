package booth.core.watching;

import booth.core.Busy;
import booth.core.Primed;

/**
 * Takes events to whoever shows them to the watchers, one after the other for each job. Of equal events that are not to be
 * handled yet one is enough.
 */
public interface ChangePublisher extends Primed {
    /** @throws Busy when it may get through later */
    void publish(ChangeEvent event);
}
