package booth.core.operating;

import booth.core.Concurrently;
import booth.core.job.Executions;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobIndex;
import booth.core.job.JobKeys;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Forgets a guest: stops the job and deletes everything of it. First the job is marked as canceled, so that a photo that
 * lands now starts nothing and no picture is begun; its record goes last, so that an erasure that broke off can be
 * repeated. What a function that was at work in that moment still writes is linked from nowhere and expires with the
 * bucket.
 */
public final class Erase {
    private final Jobs jobs;
    private final JobIndex index;
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
        this.folder = folder;
        this.uploads = uploads;
        this.executions = executions;
        this.clock = clock;
    }

    /** @return false when there is no such job */
    public boolean erase(JobId id) {
        Optional<Job> job = jobs.update(id, this::ended);
        job.ifPresent(this::erase);
        return job.isPresent();
    }

    private Job ended(Job job) {
        return job.status().ended() ? job : job.ended(Status.CANCELED, List.of(), Optional.empty(), clock.instant());
    }

    private void erase(Job job) {
        JobId id = job.jobId();
        stop(id.executionName(job.attempt()));
        delete(uploads, id);
        delete(folder, id);
        index.remove(job);
        folder.delete(JobKeys.jobRecord(id));
    }

    private void stop(String execution) {
        executions
                .find(execution)
                .filter(run -> run.state() == Executions.State.RUNNING)
                .ifPresent(run -> executions.stop(execution, Cancel.ERROR, "The job was erased."));
    }

    private static void delete(ObjectStore bucket, JobId id) {
        List<String> keys = bucket.list(JobKeys.folder(id)).stream()
                .map(ObjectStore.Entry::key)
                .filter(key -> !key.equals(JobKeys.jobRecord(id)))
                .toList();
        Concurrently.each(keys, key -> {
            bucket.delete(key);
            return key;
        });
    }
}
