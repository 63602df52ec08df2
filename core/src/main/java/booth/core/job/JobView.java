package booth.core.job;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.Frame;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A job as everyone sees it: polling, pushes, SNS and webhooks carry this same JSON. It is computed from the folder
 * alone, so whoever asks later sees at least as much.
 *
 * <p>Its parts are flat in JSON, so a field that is new belongs into one of them, beside the code that computes it.
 *
 * @param revision grows with every change of the job, a restart too: a view with a higher one knows all that one with a
 *     lower knew. Only {@code queuePosition} changes without it
 */
public record JobView(
        JobId jobId,
        long revision,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped Origin origin,
        @JsonUnwrapped Times times,
        @JsonUnwrapped Results results,
        @JsonUnwrapped LegacyFields legacy) {
    /**
     * Looks at a job's folder.
     *
     * @return empty when there is no such job
     */
    public static Optional<JobView> of(JobId id, ObjectStore store, JobLinks link) {
        return JobSnapshot.of(id, store).map(seen -> of(seen, new WaitingList(store), link));
    }

    private static JobView of(JobSnapshot seen, WaitingList waitingList, JobLinks link) {
        Job job = seen.job();
        Results results = Results.of(seen, link);
        return new JobView(
                job.jobId(),
                seen.revision(),
                Standing.of(job, results, waitingList),
                Origin.of(job.request()),
                new Times(job.createdAt(), job.endedAt(), job.guestAccess().expiresAt()),
                results,
                LegacyFields.of(seen, results, link));
    }

    /**
     * How far it is.
     *
     * @param progress 0 to 1
     * @param queuePosition while the job waits for its pictures: 1 for the one that is next or being painted
     */
    public record Standing(Status status, Stage stage, double progress, Optional<Integer> queuePosition, int attempt) {
        static Standing of(Job job, Results results, WaitingList waitingList) {
            Stage stage = Stage.of(
                    job.status(),
                    results.faces(),
                    results.mask().isPresent(),
                    job.request().look());
            OptionalInt position = stage == Stage.GENERATE ? waitingList.position(job.jobId()) : OptionalInt.empty();
            return new Standing(
                    shown(job.status(), stage),
                    stage,
                    progress(stage, results),
                    position.stream().boxed().findFirst(),
                    job.attempt());
        }

        private static Status shown(Status status, Stage stage) {
            if (status == Status.HELD) return Status.AWAITING_UPLOAD;
            return status == Status.QUEUED && stage.begun() ? Status.RUNNING : status;
        }

        /** Detection counts a tenth, masks three, pictures the rest: roughly how long each takes. */
        private static double progress(Stage stage, Results results) {
            double masks = results.faces()
                    .filter(f -> f.found() > 0)
                    .map(f -> (double) f.masked() / f.found())
                    .orElse(0.0);
            int ready = results.urls().size();
            return switch (stage) {
                case UPLOAD, DETECT -> 0;
                case SEGMENT -> 0.1 + 0.3 * Math.min(1, masks);
                case MERGE -> 0.4;
                case GENERATE ->
                    0.4 + 0.6 * ready / Math.max(1, results.pictures().size());
                case DONE -> 1;
            };
        }
    }

    /**
     * Who asked for it, and in what words.
     *
     * @param look where one was asked for
     */
    public record Origin(
            Optional<String> id, Optional<String> requestId, String booth, String filename, Optional<Look> look) {
        static Origin of(JobRequest request) {
            return new Origin(
                    request.id(),
                    request.requestId(),
                    request.booth(),
                    request.filename(),
                    request.wanted().look());
        }
    }

    /** @param expiresAt from when on its files may be gone */
    public record Times(Instant createdAt, Optional<Instant> endedAt, Optional<Instant> expiresAt) {}

    /**
     * What has come of it so far.
     *
     * @param frame the photo as the pipeline sees it: upright, at the size that all boxes, masks and pictures have
     * @param notices what the guest may want to know; missing where there is nothing
     */
    public record Results(
            Optional<FacesView> faces,
            Optional<String> frame,
            Optional<String> mask,
            List<PictureView> pictures,
            Optional<Problem> error,
            Optional<List<Notice>> notices) {
        public Results {
            pictures = List.copyOf(pictures);
        }

        static Results of(JobSnapshot seen, JobLinks link) {
            Job job = seen.job();
            return new Results(
                    seen.faces(),
                    seen.existing(JobKeys.frame(job.jobId())).map(link),
                    seen.existing(job.keys().mask()).map(link),
                    seen.pictures(link),
                    job.error(),
                    Optional.of(seen.notices()).filter(some -> !some.isEmpty()));
        }

        /** Links to the pictures that are there. */
        List<String> urls() {
            return pictures.stream().flatMap(picture -> picture.url().stream()).toList();
        }
    }

    /**
     * @param found how many faces
     * @param masked how many of them have their mask
     * @param boxes where they are, in pixels of the frame
     */
    public record FacesView(int found, int masked, Frame frame, List<Box> boxes) {}

    /** @param status {@code pending}, {@code succeeded} or {@code failed} */
    public record PictureView(int index, String status, Optional<String> url, Optional<Problem> error) {}

    /**
     * What existing clients read, in the form they know.
     *
     * @param urlOriginal the photo as it was sent, as long as that is kept, and then as the pipeline saw it; once it has
     *     been looked at
     * @param urlGenerated the pictures' links as a JSON array inside a string, once the job has ended
     * @param timeTaken wall seconds from the photo's arrival to the end, as a decimal string
     */
    public record LegacyFields(
            @JsonProperty("url_original") Optional<String> urlOriginal,
            @JsonProperty("url_generated") Optional<String> urlGenerated,
            @JsonProperty("time_taken") Optional<String> timeTaken) {
        static LegacyFields of(JobSnapshot seen, Results results, JobLinks link) {
            Job job = seen.job();
            return new LegacyFields(
                    results.frame().map(frame -> link.photo(job).orElse(frame)),
                    job.endedAt().map(end -> Json.text(results.urls())),
                    job.queuedAt().flatMap(start -> job.endedAt().map(end -> seconds(Duration.between(start, end)))));
        }

        private static String seconds(Duration duration) {
            return Double.toString(Math.max(1, duration.toMillis()) / 1000.0);
        }
    }

    public Status status() {
        return standing.status();
    }

    public Stage stage() {
        return standing.stage();
    }

    public double progress() {
        return standing.progress();
    }

    public Optional<FacesView> faces() {
        return results.faces();
    }

    public Optional<String> mask() {
        return results.mask();
    }

    public List<PictureView> pictures() {
        return results.pictures();
    }

    public Optional<Problem> error() {
        return results.error();
    }

    public Optional<Instant> endedAt() {
        return times.endedAt();
    }
}
