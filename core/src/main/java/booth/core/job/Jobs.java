package booth.core.job;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Opens jobs, and reads and changes {@code job.json}; a change is a compare-and-swap, so that no writer loses another's.
 */
public final class Jobs {
    /** What a {@link Refused} says of a job whose record makes no sense: it is that job's misfortune and nobody else's. */
    public static final String DAMAGED = "JOB_DAMAGED";

    private static final int TRIES = 10;

    private final ObjectStore store;

    public Jobs(ObjectStore store) {
        this.store = store;
    }

    /** @throws Refused {@link #DAMAGED} */
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
     *
     * @throws Refused {@link #DAMAGED}
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
