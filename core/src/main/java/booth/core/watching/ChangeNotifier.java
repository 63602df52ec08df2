package booth.core.watching;

import booth.core.Busy;
import booth.core.job.JobId;
import booth.core.job.ObjectStore;
import booth.core.job.WaitingList;
import java.time.Instant;

/** Has those who watch a job told of what happens to it. A job nobody watches costs one request. */
public final class ChangeNotifier {
    private final Watchers watchers;
    private final WaitingList waitingList;
    private final ChangePublisher publisher;

    /** @param store the jobs bucket */
    public ChangeNotifier(ObjectStore store, ChangePublisher publisher) {
        this.watchers = new Watchers(store);
        this.waitingList = new WaitingList(store);
        this.publisher = publisher;
    }

    /**
     * The job's record or files have changed.
     *
     * @throws Busy when it may get through later
     */
    public void changed(JobId job) {
        if (watchers.anyOf(job)) publisher.publish(ChangeEvent.of(job));
    }

    /** Takes a job off the waiting list, whatever became of it: those behind it move up. */
    public void leave(JobId job, Instant now) {
        if (waitingList.leave(job)) publisher.publish(ChangeEvent.waitingListMoved(now));
    }

    /**
     * A job is being erased, and its record says so: the connections that watch it are closed, and those behind it in the
     * line move up.
     */
    public void erasing(JobId job, Instant now) {
        watchers.of(job).forEach(watcher -> publisher.publish(ChangeEvent.asked(job, watcher.connection())));
        leave(job, now);
    }
}
