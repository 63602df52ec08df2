package booth.notify;

import booth.core.Busy;
import booth.core.job.Job;

/** Has the addresses that booths named for their jobs told. */
interface Callbacks {
    /**
     * The job has ended; does nothing for one that named no address.
     *
     * @throws Busy when it may get through later
     */
    void due(Job job);
}
