package booth.core.watching;

import booth.core.Sha256;
import booth.core.job.JobId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something has changed, and those who watch should see it. It carries no state: whoever handles it looks at the job, so
 * that events that come late, twice or several at once show nothing old.
 *
 * @param jobId whose state has changed; empty where the waiting list has moved, and where something is called out
 * @param connection the only one to be shown it, because it asked or has just been opened; empty for all who watch
 * @param notBefore when to handle it, because by then there will be more of the same; empty for at once
 * @param calledOut on a channel: that itself is the news
 */
public record ChangeEvent(
        Optional<JobId> jobId,
        Optional<String> connection,
        Optional<Instant> notBefore,
        Optional<ChannelMessage> calledOut) {
    private static final String WAITING_LIST = "line";
    /** Each move of the list concerns all who stand on it, so a busy evening's moves are handled together. */
    private static final long MOVES_MILLIS = 2000;

    /** The job has changed. */
    public static ChangeEvent of(JobId job) {
        return of(Optional.of(job), Optional.empty(), Optional.empty());
    }

    /** Somebody wants to see how the job stands. */
    public static ChangeEvent asked(JobId job, String connection) {
        return of(Optional.of(job), Optional.of(connection), Optional.empty());
    }

    /**
     * Watchers of the job may have gone without a word: whoever is told of a change and does not answer is forgotten. All
     * that ask for it within two seconds ask for the same.
     */
    public static ChangeEvent rollCall(JobId job, Instant now) {
        return of(Optional.of(job), Optional.empty(), Optional.of(next(now)));
    }

    /** A job has left the waiting list: those behind it have moved up. All moves of two seconds are the same event. */
    public static ChangeEvent waitingListMoved(Instant now) {
        return of(Optional.empty(), Optional.empty(), Optional.of(next(now)));
    }

    /** Something is called out to those who listen on a channel. */
    public static ChangeEvent calledOut(ChannelMessage message) {
        return new ChangeEvent(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(message));
    }

    private static ChangeEvent of(Optional<JobId> job, Optional<String> connection, Optional<Instant> notBefore) {
        return new ChangeEvent(job, connection, notBefore, Optional.empty());
    }

    private static Instant next(Instant now) {
        return Instant.ofEpochMilli((now.toEpochMilli() / MOVES_MILLIS + 1) * MOVES_MILLIS);
    }

    /** Events of one subject must be handled one after the other. */
    public String subject() {
        return jobId.map(JobId::value)
                .or(() -> calledOut.map(message ->
                        "channel-" + Sha256.hex(message.channel().toString()))) // a group's name has 128 characters
                .orElse(WAITING_LIST);
    }
}
