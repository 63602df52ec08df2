package booth.notify;

import booth.core.Busy;
import booth.core.Primed;
import booth.core.job.JobView;

/** Tells the world that a job has ended. */
interface Announcer extends Primed {
    /**
     * Publishes the job as everyone sees it.
     *
     * @throws Busy when it may get through later
     */
    void announce(JobView job);
}
