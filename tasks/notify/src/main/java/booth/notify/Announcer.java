package booth.notify;

import booth.core.Busy;
import booth.core.job.JobView;

/** Tells the world that a job has ended. */
interface Announcer {
    /**
     * Publishes the job as everyone sees it.
     *
     * @throws Busy when it may get through later
     */
    void announce(JobView job);
}
