package booth.core.job;

import booth.core.Busy;
import booth.core.Json;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Opens jobs, and reads and changes {@code job.json}; a change is a compare-and-swap, so that no writer loses another's.
 */
public final class Jobs {
    private static final int TRIES = 10;

    private final ObjectStore store;

    public Jobs(ObjectStore store) {
        this.store = store;
    }

    public Optional<Job> find(JobId id) {
        return store.find(JobKeys.jobRecord(id)).map(stored -> parse(id, stored.bytes()));
    }

    /**
     * Writes a new record, and before it the entry in its booth's {@link JobIndex}: a job that exists is listed. A client
     * whose answer got lost may have written it already: finding the very same record is success.
     *
     * @throws IllegalStateException when an id is handed out twice
     */
    public void create(Job job) {
        new JobIndex(store).add(job);
        if (!store.create(JobKeys.jobRecord(job.jobId()), Json.bytes(job))
                && !find(job.jobId()).equals(Optional.of(job)))
            throw new IllegalStateException("Job " + job.jobId() + " exists already.");
    }

    /**
     * Applies {@code change} to the newest record and writes it; where the change returns the same object nothing is
     * written. Empty when there is no such job.
     */
    public Optional<Job> update(JobId id, UnaryOperator<Job> change) {
        String key = JobKeys.jobRecord(id);
        for (int i = 0; i < TRIES; i++) {
            Optional<ObjectStore.Stored> stored = store.find(key);
            if (stored.isEmpty()) return Optional.empty();
            Job before = parse(id, stored.get().bytes());
            Job after = change.apply(before);
            if (after.equals(before)
                    || store.replace(key, Json.bytes(after), stored.get().version())) return Optional.of(after);
        }
        throw new Busy(key + " kept changing while it was to be updated", new IllegalStateException(TRIES + " tries"));
    }

    private static Job parse(JobId id, byte[] json) {
        return Json.read(JobKeys.jobRecord(id), json, Job.class);
    }
}
