package booth.core.job;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Opens jobs, and reads and changes {@code job.json}; a change is a compare-and-swap, so that no writer loses another's
 * and none brings back a record that has been removed. A job that is being erased exists for its erasure alone.
 */
public final class Jobs {
    /** What a {@link Refused} says of a job whose record makes no sense: it is that job's misfortune and nobody else's. */
    public static final String DAMAGED = "JOB_DAMAGED";

    private static final int TRIES = 10;

    private final ObjectStore store;

    public Jobs(ObjectStore store) {
        this.store = store;
    }

    /**
     * Empty also from the moment in which a job begins to be erased.
     *
     * @throws Refused {@link #DAMAGED}
     */
    public Optional<Job> find(JobId id) {
        return findRecord(id).filter(job -> !job.isBeingErased());
    }

    /** As long as there is a record, also while the job is being erased: for those who are to finish that. */
    public Optional<Job> findRecord(JobId id) {
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
     * written. Empty when there is no such job, or none but for its erasure.
     *
     * @throws Refused {@link #DAMAGED}
     */
    public Optional<Job> update(JobId id, UnaryOperator<Job> change) {
        return swap(
                id, job -> Optional.of(job).filter(now -> !now.isBeingErased()).map(change));
    }

    /** Marks a job, from now on nobody finds it any more; again, if that was done before. Empty when there is no such job. */
    public Optional<Job> beginErasing(JobId id, Instant now) {
        return swap(id, job -> Optional.of(job.erasing(now)));
    }

    /** The last step of an erasure. */
    public void remove(JobId id) {
        store.delete(JobKeys.jobRecord(id));
    }

    private Optional<Job> swap(JobId id, Function<Job, Optional<Job>> change) {
        String key = JobKeys.jobRecord(id);
        for (int i = 0; i < TRIES; i++) {
            Optional<ObjectStore.Stored> stored = store.find(key);
            if (stored.isEmpty()) return Optional.empty();
            Job before = parse(id, stored.get().bytes());
            Optional<Job> after = change.apply(before);
            if (after.isEmpty() || after.get().equals(before)) return after;
            if (store.replace(key, Json.bytes(after.get()), stored.get().version())) return after;
        }
        throw new Busy(key + " kept changing while it was to be updated", new IllegalStateException(TRIES + " tries"));
    }

    /**
     * Writes this in place of a record that makes no sense, and of no other.
     *
     * @return whether there was such a record
     */
    public boolean mend(Job job) {
        String key = JobKeys.jobRecord(job.jobId());
        return store.find(key)
                .filter(stored -> isDamaged(job.jobId(), stored.bytes()))
                .filter(stored -> store.replace(key, Json.bytes(job), stored.version()))
                .isPresent();
    }

    private static boolean isDamaged(JobId id, byte[] json) {
        try {
            parse(id, json);
            return false;
        } catch (Refused e) {
            return e.code().equals(DAMAGED);
        }
    }

    private static Job parse(JobId id, byte[] json) {
        try {
            Job job = Json.read(JobKeys.jobRecord(id), json, Job.class);
            if (job.jobId().equals(id)) return job;
            throw new IllegalArgumentException("It is the record of job " + job.jobId());
        } catch (IllegalArgumentException | Refused e) {
            throw new Refused(
                    DAMAGED,
                    "The record of job " + id
                            + " is damaged. Its booth can still erase it, or replay it as if nothing but"
                            + " a photo had been asked for.",
                    e);
        }
    }
}
