package booth.notify;

import booth.core.function.TaskContext;
import booth.core.job.ExecutionName;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * The last step of an execution: says how the job ended. An execution that is still at it when its job has been started
 * again under a later number has nothing to say any more.
 */
final class Notify implements BiFunction<Notify.Input, Optional<TaskContext>, Notify.Output> {
    /**
     * @param pictures how each branch ended; empty when the photo was refused before any began
     * @param refusal why the photo was refused
     */
    record Input(JobId jobId, List<PictureOutcome> pictures, Optional<TaskError> refusal) {
        Input {
            pictures = List.copyOf(pictures);
        }
    }

    /** @param status {@code expired} when the job has been erased meanwhile */
    record Output(JobId jobId, Status status) {}

    private final JobOutcomes outcomes;

    Notify(JobOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Output apply(Input input, Optional<TaskContext> caller) {
        JobOutcome outcome = input.refusal()
                .map(refusal -> JobOutcome.rejected(refusal.problem()))
                .orElseGet(() -> JobOutcome.of(
                        input.pictures().stream().map(PictureOutcome::result).toList()));
        Optional<Job> job = outcomes.record(input.jobId(), outcome, notStartedAgainSince(caller));
        return new Output(input.jobId(), job.map(Job::status).orElse(Status.EXPIRED));
    }

    private static BiPredicate<Job, JobOutcome> notStartedAgainSince(Optional<TaskContext> caller) {
        Optional<ExecutionName> execution = caller.map(TaskContext::execution).flatMap(ExecutionName::parse);
        return (job, outcome) ->
                execution.map(run -> job.attempt() <= run.attempt()).orElse(true);
    }
}
