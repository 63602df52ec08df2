package booth.core.job;

import booth.core.Json;
import booth.core.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The jobs bucket for those who make something of a guest's photo, while the guest may have it erased.
 *
 * <p>Whoever writes a file into a job's folder through this reads the job's record <em>after</em> the write, and takes
 * the file back if the job is being erased or gone. An erasure marks the record <em>before</em> it lists the folder. So of
 * a write and an erasure that cross at least one sees the other, and whatever the order, nothing stays. It costs a read for
 * every write that was done, and nothing else.
 */
public final class ErasureAwareStore implements ObjectStore {
    /** What a {@link Refused} says of a job that was erased while something was made for it. */
    public static final String CODE = "JOB_ERASED";

    private final ObjectStore store;
    private final Jobs jobs;

    /** @param store the jobs bucket */
    public ErasureAwareStore(ObjectStore store) {
        this.store = store;
        this.jobs = new Jobs(store);
    }

    /** @throws Refused {@code JOB_ERASED}, and then nothing stands there */
    @Override
    public void write(String key, byte[] bytes) {
        store.write(key, bytes);
        requireJob(key);
    }

    /** @throws Refused {@code JOB_ERASED}, and then nothing stands there */
    @Override
    public boolean create(String key, byte[] bytes) {
        boolean created = store.create(key, bytes);
        if (created) requireJob(key);
        return created;
    }

    /** @throws Refused {@code JOB_ERASED}, and then nothing stands there */
    @Override
    public boolean replace(String key, byte[] bytes, String version) {
        boolean replaced = store.replace(key, bytes, version);
        if (replaced) requireJob(key);
        return replaced;
    }

    /** Also reads a record, as after each write. */
    @Override
    public void prime() {
        store.prime();
        JobRequest request = new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "a", List.of());
        Job job = Job.awaitingUpload(new JobId("0".repeat(32)), request, Instant.EPOCH);
        Json.read("a record", Json.bytes(job), Job.class);
    }

    private void requireJob(String key) {
        Optional<JobId> job = JobKeys.jobOf(key).filter(id -> !key.equals(JobKeys.jobRecord(id)));
        if (job.isEmpty() || jobs.find(job.get()).isPresent()) return;
        store.delete(key);
        throw new Refused(CODE, "The job was erased meanwhile; nothing that was made of its photo is kept.");
    }

    @Override
    public Optional<Stored> find(String key) {
        return store.find(key);
    }

    @Override
    public Optional<Stored> find(String key, long maxBytes) {
        return store.find(key, maxBytes);
    }

    @Override
    public Optional<Head> head(String key) {
        return store.head(key);
    }

    @Override
    public boolean exists(String key) {
        return store.exists(key);
    }

    @Override
    public List<Entry> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public List<Entry> list(String prefix, String after, int limit) {
        return store.list(prefix, after, limit);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }
}
