package booth.core.watching;

import booth.core.Busy;

/**
 * Takes news to whoever tells the watchers, one after the other for each job. Of equal news that are not to be told yet
 * one is enough.
 */
public interface ChangePublisher {
    /** @throws Busy when it may get through later */
    void send(ChangeEvent news);
}
