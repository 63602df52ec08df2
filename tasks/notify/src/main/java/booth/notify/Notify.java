package booth.notify;

import booth.core.Job;
import booth.core.JobId;
import booth.core.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The last step of an execution: says how the job ended. */
final class Notify implements Function<Notify.Input, Notify.Output> {
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

    private final Bulletin bulletin;

    Notify(Bulletin bulletin) {
        this.bulletin = bulletin;
    }

    @Override
    public Output apply(Input input) {
        Verdict verdict = input.refusal()
                .map(refusal -> Verdict.rejected(refusal.problem()))
                .orElseGet(() -> Verdict.of(
                        input.pictures().stream().map(PictureOutcome::result).toList()));
        Optional<Job> job = bulletin.end(input.jobId(), verdict, any -> true);
        return new Output(input.jobId(), job.map(Job::status).orElse(Status.EXPIRED));
    }
}
