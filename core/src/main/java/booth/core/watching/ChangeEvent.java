package booth.core.watching;

import booth.core.job.JobId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something has happened, and those who watch should see it. It carries no state: whoever handles it looks at the job,
 * so that news that come late, twice or several at once tell nothing old.
 *
 * @param jobId whose state has changed; empty where the line before the painter has moved
 * @param connection the only one to be told, because it asked or has just been opened; empty for all who watch
 * @param notBefore when to tell it, because by then there will be more of the same to tell; empty for at once
 */
public record ChangeEvent(Optional<JobId> jobId, Optional<String> connection, Optional<Instant> notBefore) {
    private static final String LINE = "line";
    /** Each move of a line is news for all who stand in it, so a busy evening's moves are told together. */
    private static final long LINE_MILLIS = 2000;

    /** The job has changed. */
    public static ChangeEvent of(JobId job) {
        return new ChangeEvent(Optional.of(job), Optional.empty(), Optional.empty());
    }

    /** Somebody wants to see how the job stands. */
    public static ChangeEvent asked(JobId job, String connection) {
        return new ChangeEvent(Optional.of(job), Optional.of(connection), Optional.empty());
    }

    /** Somebody has left the line: those behind have come closer. All moves of two seconds are the same news. */
    public static ChangeEvent lineMoved(Instant now) {
        long next = (now.toEpochMilli() / LINE_MILLIS + 1) * LINE_MILLIS;
        return new ChangeEvent(Optional.empty(), Optional.empty(), Optional.of(Instant.ofEpochMilli(next)));
    }

    /** News of one subject must be handled one after the other. */
    public String subject() {
        return jobId.map(JobId::value).orElse(LINE);
    }
}
