package booth.notify;

import booth.core.Job;
import booth.core.Job.PictureResult;
import booth.core.Problem;
import booth.core.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a job ends. Recording the same verdict twice changes nothing, so whoever passes it may be retried. */
record Verdict(Status status, List<PictureResult> pictures, Optional<Problem> error) {
    /**
     * All pictures are a success, fewer a part of one, none a failure.
     *
     * @param pictures one for each that was ordered
     */
    static Verdict of(List<PictureResult> pictures) {
        long made =
                pictures.stream().filter(picture -> picture.key().isPresent()).count();
        if (made == 0) return noPicture(pictures);
        return new Verdict(made == pictures.size() ? Status.SUCCEEDED : Status.PARTIAL, pictures, Optional.empty());
    }

    /** The photo itself was refused. */
    static Verdict rejected(Problem why) {
        return new Verdict(Status.REJECTED, List.of(), Optional.of(why));
    }

    static Verdict failed(Problem why) {
        return new Verdict(Status.FAILED, List.of(), Optional.of(why));
    }

    static Verdict canceled() {
        return new Verdict(Status.CANCELED, List.of(), Optional.of(TaskError.CANCELED));
    }

    private static Verdict noPicture(List<PictureResult> pictures) {
        List<Problem> problems =
                pictures.stream().flatMap(picture -> picture.error().stream()).toList();
        String why = problems.isEmpty()
                ? "Replay the job to try again."
                : problems.get(0).message();
        boolean retryable = problems.isEmpty() || problems.stream().anyMatch(Problem::retryable);
        return new Verdict(
                Status.FAILED,
                pictures,
                Optional.of(new Problem("NO_PICTURE", "None of the pictures could be made. " + why, retryable)));
    }

    boolean isRecordedIn(Job job) {
        return job.status() == status
                && job.pictures().equals(pictures)
                && job.error().equals(error);
    }

    Job recordIn(Job job, Instant now) {
        return isRecordedIn(job) ? job : job.ended(status, pictures, error, now);
    }
}
