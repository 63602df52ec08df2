package booth.core.watching;

import booth.core.JobId;
import java.util.Optional;

/**
 * Something has happened, and those who watch should see it. It carries no state: whoever handles it looks at the job,
 * so that news that come late, twice or several at once tell nothing old.
 *
 * @param jobId whose state has changed; empty where the line before the painter has moved
 * @param connection the only one to be told, because it asked or has just been opened; empty for all who watch
 */
public record News(Optional<JobId> jobId, Optional<String> connection) {
    private static final String LINE = "line";

    /** The job has changed. */
    public static News of(JobId job) {
        return new News(Optional.of(job), Optional.empty());
    }

    /** Somebody wants to see how the job stands. */
    public static News asked(JobId job, String connection) {
        return new News(Optional.of(job), Optional.of(connection));
    }

    /** Somebody has left the line: those behind have come closer. */
    public static News lineMoved() {
        return new News(Optional.empty(), Optional.empty());
    }

    /** News of one subject must be handled one after the other. */
    public String subject() {
        return jobId.map(JobId::value).orElse(LINE);
    }
}
