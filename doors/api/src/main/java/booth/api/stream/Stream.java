package booth.api.stream;

import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.JobId;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.watching.ChangeEvent;
import booth.core.watching.ChangePublisher;
import booth.core.watching.Channel;
import booth.core.watching.Subscribers;
import booth.core.watching.Watchers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Connections that watch a job, or listen on a channel. Whoever knows a job's id may see it. What is answered here never goes to the connection
 * itself, which is not open before this function has said yes: the job's state is pushed by whoever handles its changes,
 * in order with all others of the job.
 */
final class Stream {
    private final Jobs jobs;
    private final Watchers watchers;
    private final Subscribers subscribers;
    private final ChangePublisher publisher;
    private final InstantSource clock;
    private final JsonLog log;

    /** What becomes of a connection that wants to be one. */
    enum Entry {
        LET_IN,
        NO_SUCH_JOB,
        NO_SUCH_CHANNEL,
        TOO_MANY
    }

    /** @param store the jobs bucket */
    Stream(ObjectStore store, ChangePublisher publisher, InstantSource clock, JsonLog log) {
        this.jobs = new Jobs(store);
        this.watchers = new Watchers(store);
        this.subscribers = new Subscribers(store);
        this.publisher = publisher;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Lets a connection watch a job. First it is noted down, then the state is ordered: so nothing that happens after that
     * state escapes it. In between it is looked whether the job is still there: what is noted down while the job is being
     * erased would stay behind. Of those who keep it out some may have gone without a word, as after a restart of the
     * embedded cloud: they are called up, and when the connection tries again there is room.
     */
    Entry connect(String connection, Optional<String> job) {
        return job.filter(JobId::isOne)
                .map(JobId::new)
                .filter(id -> jobs.find(id).isPresent())
                .map(id -> connect(connection, id))
                .orElse(Entry.NO_SUCH_JOB);
    }

    private Entry connect(String connection, JobId job) {
        Instant now = clock.instant();
        boolean room = watchers.addUnlessFull(job, connection, now);
        if (room && jobs.find(job).isEmpty()) {
            watchers.remove(job, connection);
            return Entry.NO_SUCH_JOB;
        }
        publisher.publish(room ? ChangeEvent.asked(job, connection) : ChangeEvent.rollCall(job, now));
        log.write(LogLine.of(room ? "watcher_came" : "watcher_refused").job(job));
        return room ? Entry.LET_IN : Entry.TOO_MANY;
    }

    /** Lets a connection listen on a channel, from the next message on. Anybody may: what is called out is for a hall. */
    Entry listen(String connection, String channel) {
        try {
            boolean room = subscribers.addUnlessFull(Channel.of(channel), connection, clock.instant());
            log.write(LogLine.of(room ? "listener_came" : "listener_refused"));
            return room ? Entry.LET_IN : Entry.TOO_MANY;
        } catch (Refused e) {
            return Entry.NO_SUCH_CHANNEL;
        }
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
        subscribers.channelOf(connection).ifPresent(channel -> subscribers.remove(channel, connection));
    }
}
