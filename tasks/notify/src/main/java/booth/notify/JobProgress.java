package booth.notify;

import booth.core.Busy;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.WaitingList;
import booth.core.watching.ChangeNotifier;
import booth.core.watching.ChangePublisher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Has those who watch a job told whenever it stands otherwise than before: its record or its files have changed, or its
 * place in the waiting list has. Every method throws {@link Busy} when storage or queue are out of reach; to call it again
 * does no harm.
 */
final class JobProgress {
    private final ObjectStore store;
    private final Jobs jobs;
    private final WaitingList waitingList;
    private final ChangeNotifier notifier;
    private final InstantSource clock;

    /** @param store the jobs bucket */
    JobProgress(ObjectStore store, ChangePublisher publisher, InstantSource clock) {
        this.store = store;
        this.jobs = new Jobs(store);
        this.waitingList = new WaitingList(store);
        this.notifier = new ChangeNotifier(store, publisher);
        this.clock = clock;
    }

    /** The job's record has changed. */
    void changed(JobId id) {
        notifier.changed(id);
    }

    /** Takes a job off the waiting list if it has ended, or has been erased: then {@code job} is empty. */
    void leaveIfEnded(JobId id, Optional<Job> job) {
        if (job.map(now -> now.status().ended()).orElse(true)) notifier.leave(id, clock.instant());
    }

    /** Records that a job runs again which {@code concerns} says has ended. */
    void runsAgain(JobId id, Instant when, Predicate<Job> concerns) {
        jobs.update(id, job -> concerns.test(job) ? job.queued(job.attempt(), when) : job);
        notifier.changed(id);
    }

    /**
     * A file has landed in the job's folder. With its mask a job begins to wait for its pictures; the event may come late,
     * when the wait is over already. A file of a job that is being erased, or is gone, is deleted: whoever wrote it takes it
     * back himself ({@link booth.core.job.ErasureAwareStore}), unless he dies first.
     */
    void fileLanded(JobId id, String key, Instant when) {
        if (jobs.find(id).isEmpty()) {
            store.delete(key);
            notifier.leave(id, clock.instant()); // where an earlier delivery of this event died
            return;
        }
        if (JobKeys.isMask(key)) {
            waitingList.join(id, when);
            leaveIfEnded(id, jobs.find(id));
        }
        notifier.changed(id);
    }
}
