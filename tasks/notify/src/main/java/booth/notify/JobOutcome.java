package booth.notify;

import booth.core.job.Job;
import booth.core.job.Job.PictureResult;
import booth.core.job.MadePictures;
import booth.core.job.Problem;
import booth.core.job.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a job ends. Recording the same one twice changes nothing, so whoever does may be retried. A picture that exists
 * counts, whatever its branch said and however late it came, unless the job was canceled or its photo refused.
 */
record JobOutcome(Status status, List<PictureResult> pictures, Optional<Problem> error) {
    /**
     * All pictures are a success, fewer a part of one, none a failure.
     *
     * @param pictures one for each that was ordered
     */
    static JobOutcome of(List<PictureResult> pictures) {
        long made = pictures.stream().filter(PictureResult::made).count();
        if (made == 0) return noPicture(pictures);
        return new JobOutcome(made == pictures.size() ? Status.SUCCEEDED : Status.PARTIAL, pictures, Optional.empty());
    }

    /** The photo itself was refused. */
    static JobOutcome rejected(Problem why) {
        return new JobOutcome(Status.REJECTED, List.of(), Optional.of(why));
    }

    static JobOutcome failed(Problem why) {
        return new JobOutcome(Status.FAILED, List.of(), Optional.of(why));
    }

    static JobOutcome canceled() {
        return new JobOutcome(Status.CANCELED, List.of(), Optional.of(TaskError.CANCELED));
    }

    private static JobOutcome noPicture(List<PictureResult> pictures) {
        List<Problem> problems =
                pictures.stream().flatMap(picture -> picture.error().stream()).toList();
        String why = problems.isEmpty()
                ? "Replay the job to try again."
                : problems.get(0).message();
        boolean retryable = problems.isEmpty() || problems.stream().anyMatch(Problem::retryable);
        return new JobOutcome(
                Status.FAILED,
                pictures,
                Optional.of(new Problem("NO_PICTURE", "None of the pictures could be made. " + why, retryable)));
    }

    static JobOutcome recordedIn(Job job) {
        return new JobOutcome(job.status(), job.pictures(), job.error());
    }

    /** Whether a picture more would make it a better one. */
    boolean wantsPictures() {
        return status == Status.PARTIAL || status == Status.FAILED;
    }

    /** The same end with the pictures that are there after all; a late one keeps the error of its branch. */
    JobOutcome counting(MadePictures made) {
        if (!wantsPictures()) return this;
        List<PictureResult> all = results(made.ordered()).stream()
                .map(result -> result.made()
                        ? result
                        : new PictureResult(result.index(), made.key(result.index()), result.error()))
                .toList();
        return all.stream().anyMatch(PictureResult::made) ? of(all) : this;
    }

    /** Of an execution that ended before it could say what became of each picture, its error stands for all. */
    private List<PictureResult> results(int ordered) {
        if (!pictures.isEmpty()) return pictures;
        return IntStream.rangeClosed(1, ordered)
                .mapToObj(index -> new PictureResult(index, Optional.empty(), error))
                .toList();
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
