package booth.generate;

import booth.core.function.TaskContext;
import booth.core.job.ExecutionName;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Status;
import java.time.Instant;
import java.util.Optional;

/** An order for a picture that nobody wants any more; painting it would only cost money. */
final class ObsoleteOrder extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String ERASED = "has been erased";

    private ObsoleteOrder(JobId job, String why) {
        this("Job " + job + " " + why + "; its picture is not painted.");
    }

    private ObsoleteOrder(String sentence) {
        super(sentence);
    }

    /** @param key of the object that says so, or would say otherwise */
    static ObsoleteOrder canceled(String key) {
        return new ObsoleteOrder("The order was canceled, as " + key + " says; its picture is not painted.");
    }

    /** @param failure what went wrong because of it, or just then */
    static ObsoleteOrder erasedMeanwhile(JobId job, RuntimeException failure) {
        ObsoleteOrder obsolete = new ObsoleteOrder(job, ERASED);
        obsolete.initCause(failure);
        return obsolete;
    }

    /**
     * Looks at the job as it stands now. An order that was sent after its job had been canceled is wanted: somebody set
     * the execution going again.
     *
     * @param job empty when it has been erased
     * @return the job
     * @throws ObsoleteOrder saying why
     */
    static Job check(PictureOrder order, Delivery delivery, Optional<Job> job) {
        Job now = job.orElseThrow(() -> new ObsoleteOrder(order.jobId(), ERASED));
        if (now.status() == Status.CANCELED && !sentSince(now.endedAt(), delivery))
            throw new ObsoleteOrder(order.jobId(), "has been canceled");
        Optional<ExecutionName> execution =
                order.task().map(TaskContext::execution).flatMap(ExecutionName::parse);
        if (execution.filter(run -> run.attempt() < now.attempt()).isPresent())
            throw new ObsoleteOrder(order.jobId(), "has been started again as attempt " + now.attempt());
        return now;
    }

    private static boolean sentSince(Optional<Instant> end, Delivery delivery) {
        return end.flatMap(then -> delivery.sent().map(then::isBefore)).orElse(false);
    }
}
