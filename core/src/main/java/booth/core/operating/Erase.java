package booth.core.operating;

import booth.core.Busy;
import booth.core.Concurrently;
import booth.core.job.Executions;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobIndex;
import booth.core.job.JobKeys;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.watching.Watchers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Forgets a guest: stops the job and deletes everything of it.
 *
 * <p>First its record is marked: from then on nobody finds the job, no photo starts it, no picture is begun, and whoever is
 * at work on it takes back what he still writes ({@link booth.core.job.ErasureAwareStore}). Then everything is deleted,
 * until nothing is listed any more. The record goes last, so that an erasure that broke off can be repeated by whoever
 * may erase the job.
 */
public final class Erase {
    static final String CAUSE = "The job was erased.";

    /** Writers that were at it when the record was marked have one file each; more rounds than this are somebody's game. */
    private static final int ROUNDS = 20;

    private final Jobs jobs;
    private final JobIndex index;
    private final Watchers watchers;
    private final ObjectStore folder;
    private final ObjectStore uploads;
    private final Executions executions;
    private final InstantSource clock;

    /**
     * @param folder the jobs bucket
     * @param uploads the uploads bucket
     */
    public Erase(ObjectStore folder, ObjectStore uploads, Executions executions, InstantSource clock) {
        this.jobs = new Jobs(folder);
        this.index = new JobIndex(folder);
        this.watchers = new Watchers(folder);
        this.folder = folder;
        this.uploads = uploads;
        this.executions = executions;
        this.clock = clock;
    }

    /** @return false when there is no such job */
    public boolean erase(JobId id) {
        Optional<Job> job = begin(id);
        job.ifPresent(this::finish);
        return job.isPresent();
    }

    /** From now on nobody finds the job. Empty when there is none; one whose erasure broke off there is. */
    public Optional<Job> begin(JobId id) {
        return jobs.beginErasing(id, clock.instant());
    }

    /**
     * Deletes everything.
     *
     * @throws Busy when it is to be tried again
     */
    public void finish(Job job) {
        JobId id = job.jobId();
        stop(id.executionName(job.attempt()));
        watchers.of(id).forEach(watcher -> watchers.remove(id, watcher.connection()));
        empty(uploads, id, photo -> true); // whatever it is called
        empty(folder, id, file -> !file.equals(JobKeys.jobRecord(id)));
        index.remove(job);
        jobs.remove(id);
    }

    private void stop(String execution) {
        executions
                .find(execution)
                .filter(run -> run.state() == Executions.State.RUNNING)
                .ifPresent(run -> executions.stop(execution, Cancel.ERROR, CAUSE));
    }

    private static void empty(ObjectStore bucket, JobId id, Predicate<String> meant) {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> keys = bucket.list(JobKeys.folder(id)).stream()
                    .map(ObjectStore.Entry::key)
                    .filter(meant)
                    .toList();
            if (keys.isEmpty()) return;
            Concurrently.each(keys, key -> {
                bucket.delete(key);
                return key;
            });
        }
        throw new Busy(
                "The folder of job " + id + " was written to whenever it had been emptied",
                new IllegalStateException(ROUNDS + " rounds"));
    }
}
