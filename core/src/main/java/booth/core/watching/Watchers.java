package booth.core.watching;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who watches a job: one marker {@code photo/<job>/listeners/<connection>} for each connection, which goes with the job
 * when that is erased, and {@code connections/<connection>}, which says what a connection watches, for it is closed by its
 * name alone.
 */
public final class Watchers {
    /** Of one job: the guest's phone, the booth's page, a screen in the hall, friends. */
    public static final int MOST = 20;

    private static final String CONNECTIONS = "connections/";
    /** API Gateway closes every connection by then. */
    private static final Duration LONGEST = Duration.ofHours(2);

    /** @param since when it began to watch */
    public record Watcher(String connection, Instant since) {}

    private final ObjectStore store;

    /** @param store the jobs bucket */
    public Watchers(ObjectStore store) {
        this.store = store;
    }

    /**
     * As {@link #add}, unless the job has {@link #MOST} watchers already. Of several that come at once more may be refused
     * than need be, but never too few.
     */
    public boolean addUnlessFull(JobId job, String connection, Instant now) {
        if (alive(job, now) >= MOST) return false;
        add(job, connection);
        if (alive(job, now) <= MOST) return true;
        remove(job, connection);
        return false;
    }

    private long alive(JobId job, Instant now) {
        return of(job).stream()
                .filter(watcher -> watcher.since().plus(LONGEST).isAfter(now))
                .count();
    }

    /** Whatever changes once this is done will be told to the connection. */
    public void add(JobId job, String connection) {
        store.write(CONNECTIONS + connection, job.value().getBytes(UTF_8));
        store.write(prefix(job) + connection, new byte[0]);
    }

    /** Who dies in between leaves the marker in the job's folder, which is found again. */
    public void remove(JobId job, String connection) {
        store.delete(CONNECTIONS + connection);
        store.delete(prefix(job) + connection);
    }

    /** The job that a connection watches. */
    public Optional<JobId> watchedBy(String connection) {
        return store.find(CONNECTIONS + connection)
                .map(stored -> new String(stored.bytes(), UTF_8))
                .filter(JobId::isOne)
                .map(JobId::new);
    }

    public List<Watcher> of(JobId job) {
        return store.list(prefix(job)).stream()
                .map(marker -> new Watcher(marker.key().substring(prefix(job).length()), marker.modified()))
                .toList();
    }

    /** One request, for most jobs change unwatched. */
    public boolean anyOf(JobId job) {
        return !store.list(prefix(job), prefix(job), 1).isEmpty();
    }

    private static String prefix(JobId job) {
        return JobKeys.folder(job) + "listeners/";
    }
}
