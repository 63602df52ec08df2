package booth.core.watching;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who watches a job: one marker {@code photo/<job>/listeners/<connection>} for each connection, which goes with the job
 * when that is erased, and {@code connections/<connection>}, which says what a connection watches, for it is closed by its
 * name alone.
 */
public final class Watchers {
    private static final String CONNECTIONS = "connections/";

    /** @param since when it began to watch */
    public record Watcher(String connection, Instant since) {}

    private final ObjectStore folder;

    /** @param folder the jobs bucket */
    public Watchers(ObjectStore folder) {
        this.folder = folder;
    }

    /** Whatever changes once this is done will be told to the connection. */
    public void add(JobId job, String connection) {
        folder.write(CONNECTIONS + connection, job.value().getBytes(UTF_8));
        folder.write(prefix(job) + connection, new byte[0]);
    }

    public void remove(JobId job, String connection) {
        folder.delete(prefix(job) + connection);
        folder.delete(CONNECTIONS + connection);
    }

    /** The job that a connection watches. */
    public Optional<JobId> watchedBy(String connection) {
        return folder.find(CONNECTIONS + connection).map(stored -> new JobId(new String(stored.bytes(), UTF_8)));
    }

    public List<Watcher> of(JobId job) {
        return folder.list(prefix(job)).stream()
                .map(marker -> new Watcher(marker.key().substring(prefix(job).length()), marker.modified()))
                .toList();
    }

    /** One request, for most jobs change unwatched. */
    public boolean anyOf(JobId job) {
        return !folder.list(prefix(job), prefix(job), 1).isEmpty();
    }

    private static String prefix(JobId job) {
        return JobKeys.folder(job) + "listeners/";
    }
}
