package booth.generate;

import booth.core.ExecutionName;
import booth.core.Job;
import booth.core.JobId;
import booth.core.Status;
import booth.core.TaskContext;
import java.time.Instant;
import java.util.Optional;

/** An order for a picture that nobody wants any more; painting it would only cost money. */
final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Unwanted(JobId job, String why) {
        super("Job " + job + " " + why + "; its picture is not painted.");
    }

    /**
     * Looks at the job as it stands now. An order that was sent after its job had been canceled is wanted: somebody set
     * the execution going again.
     *
     * @param job empty when it has been erased
     * @throws Unwanted saying why
     */
    static void check(PictureOrder order, Delivery delivery, Optional<Job> job) {
        Job now = job.orElseThrow(() -> new Unwanted(order.jobId(), "has been erased"));
        if (now.status() == Status.CANCELED && !sentSince(now.endedAt(), delivery))
            throw new Unwanted(order.jobId(), "has been canceled");
        Optional<ExecutionName> execution =
                order.task().map(TaskContext::execution).flatMap(ExecutionName::parse);
        if (execution.filter(run -> run.attempt() < now.attempt()).isPresent())
            throw new Unwanted(order.jobId(), "has been started again as attempt " + now.attempt());
    }

    private static boolean sentSince(Optional<Instant> end, Delivery delivery) {
        return end.flatMap(then -> delivery.sent().map(then::isBefore)).orElse(false);
    }
}
