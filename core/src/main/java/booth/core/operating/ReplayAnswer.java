package booth.core.operating;

import booth.core.job.Job;
import booth.core.job.JobId;
import java.util.List;
import java.util.Optional;

/** Whether a job can be replayed, and how. */
public sealed interface ReplayAnswer {
    JobId job();

    /** How a job is made to run again. */
    enum Way {
        /** The execution continues where it ended. */
        REDRIVE,
        /** Another execution starts at the beginning and finds what exists already. */
        NEW_EXECUTION
    }

    /**
     * It can be replayed, in this way and at this price.
     *
     * @param before the record this was decided on
     * @param execution the one that will run
     * @param from the state it continues from; empty where it starts at the beginning
     * @param kept pictures that exist and are not paid for again, from 1
     * @param painted pictures that will be painted
     */
    record Plan(
            Job before,
            Way way,
            String execution,
            Optional<String> from,
            String redriveToken,
            List<Integer> kept,
            List<Integer> painted)
            implements ReplayAnswer {
        public Plan {
            kept = List.copyOf(kept);
            painted = List.copyOf(painted);
        }

        @Override
        public JobId job() {
            return before.jobId();
        }
    }

    /** All its pictures exist. */
    record NothingToDo(JobId job, String sentence) implements ReplayAnswer {}

    /** @param sentence why not, and what to do instead */
    record Impossible(JobId job, String sentence) implements ReplayAnswer {}
}
