package booth.api.stream;

import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.JobId;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.watching.ChangeEvent;
import booth.core.watching.ChangePublisher;
import booth.core.watching.Watchers;
import java.util.Optional;

/**
 * Connections that watch a job. Whoever knows a job's id may see it. What is answered here never goes to the connection
 * itself, which is not open before this function has said yes: the job's state is pushed by whoever handles its changes,
 * in order with all others of the job.
 */
final class Stream {
    private final Jobs jobs;
    private final Watchers watchers;
    private final ChangePublisher publisher;
    private final JsonLog log;

    /** @param store the jobs bucket */
    Stream(ObjectStore store, ChangePublisher publisher, JsonLog log) {
        this.jobs = new Jobs(store);
        this.watchers = new Watchers(store);
        this.publisher = publisher;
        this.log = log;
    }

    /**
     * Lets a connection watch a job. First it is noted down, then the state is ordered: so nothing that happens after that
     * state escapes it. In between it is looked whether the job is still there: what is noted down while the job is being
     * erased would stay behind.
     *
     * @return false when there is no such job
     */
    boolean connect(String connection, Optional<String> job) {
        Optional<JobId> found = job.filter(JobId::isOne)
                .map(JobId::new)
                .filter(id -> jobs.find(id).isPresent());
        return found.filter(id -> watches(connection, id)).isPresent();
    }

    private boolean watches(String connection, JobId job) {
        watchers.add(job, connection);
        if (jobs.find(job).isEmpty()) {
            watchers.remove(job, connection);
            return false;
        }
        publisher.publish(ChangeEvent.asked(job, connection));
        log.write(LogLine.of("watcher_came").job(job));
        return true;
    }

    /** Whatever a client says, it wants to know how its job stands. */
    void ask(String connection) {
        watchers.watchedBy(connection).ifPresent(job -> publisher.publish(ChangeEvent.asked(job, connection)));
    }

    void disconnect(String connection) {
        watchers.watchedBy(connection).ifPresent(job -> {
            watchers.remove(job, connection);
            log.write(LogLine.of("watcher_left").job(job));
        });
    }
}
