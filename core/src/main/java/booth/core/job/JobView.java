package booth.core.job;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.Frame;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A job as everyone sees it: polling, pushes, SNS and webhooks carry this same JSON. It is computed from the folder
 * alone, so whoever asks later sees at least as much.
 *
 * @param revision grows with every change of the job, a restart too: a view with a higher one knows all that one with a
 *     lower knew. Only {@code queuePosition} changes without it
 * @param stage what is being done: {@code upload, detect, segment, merge, generate, done}
 * @param progress 0 to 1
 * @param queuePosition while the job waits for its pictures: 1 for the one that is next or being painted
 * @param expiresAt from when on its files may be gone
 * @param timeTaken wall seconds from the photo's arrival to the end, as a decimal string (the form clients know)
 * @param urlGenerated the pictures' links as a JSON array inside a string (the form clients know)
 */
public record JobView(
        JobId jobId,
        long revision,
        Status status,
        String stage,
        double progress,
        Optional<Integer> queuePosition,
        int attempt,
        Optional<String> id,
        Optional<String> requestId,
        String booth,
        String filename,
        Instant createdAt,
        Optional<Instant> endedAt,
        Optional<Instant> expiresAt,
        Optional<FacesView> faces,
        Optional<String> mask,
        List<PictureView> pictures,
        Optional<Problem> error,
        @JsonProperty("url_original") Optional<String> urlOriginal,
        @JsonProperty("url_generated") Optional<String> urlGenerated,
        @JsonProperty("time_taken") Optional<String> timeTaken) {
    /** More than a folder has artefacts. */
    private static final long CHANGE = 1000;

    /**
     * @param found how many faces
     * @param masked how many of them have their mask
     * @param boxes where they are, in pixels of the frame
     */
    public record FacesView(int found, int masked, Frame frame, List<Box> boxes) {}

    /** @param status {@code pending}, {@code succeeded} or {@code failed} */
    public record PictureView(int index, String status, Optional<String> url, Optional<Problem> error) {}

    /**
     * Looks at a job's folder.
     *
     * @param link turns a key of the jobs bucket into a link a guest can open
     * @return empty when there is no such job
     */
    public static Optional<JobView> of(JobId id, ObjectStore store, UnaryOperator<String> link) {
        return new Jobs(store).find(id).map(job -> of(job, store, link));
    }

    private static JobView of(Job job, ObjectStore store, UnaryOperator<String> link) {
        Map<String, Instant> files = store.list(JobKeys.folder(job.jobId())).stream()
                .collect(Collectors.toMap(ObjectStore.Entry::key, ObjectStore.Entry::modified));
        Optional<FacesView> faces = files.containsKey(JobKeys.faces(job.jobId()))
                ? Optional.of(faces(job.jobId(), store, files))
                : Optional.empty();
        Optional<String> mask = Optional.of(job.keys().mask()).filter(files::containsKey);
        List<PictureView> pictures = pictures(job, faces.map(FacesView::found).orElse(0), files, link);
        Stage stage = Stage.of(job, faces, mask.isPresent());
        Optional<String> original = Optional.of(JobKeys.frame(job.jobId()))
                .filter(files::containsKey)
                .map(link);
        return new JobView(
                job.jobId(),
                revision(job, files.keySet()),
                shown(job.status(), stage),
                stage.word,
                job.status().ended() ? 1 : progress(stage, faces, pictures),
                stage == Stage.GENERATE ? position(job.jobId(), store) : Optional.empty(),
                job.attempt(),
                job.request().id(),
                job.request().requestId(),
                job.request().booth(),
                job.request().filename(),
                job.createdAt(),
                job.endedAt(),
                job.expiresAt(),
                faces,
                mask.map(link),
                pictures,
                job.error(),
                original,
                job.endedAt()
                        .map(end -> Json.text(pictures.stream()
                                .flatMap(picture -> picture.url().stream())
                                .toList())),
                job.queuedAt().flatMap(start -> job.endedAt().map(end -> seconds(Duration.between(start, end)))));
    }

    private static Status shown(Status status, Stage stage) {
        if (status == Status.HELD) return Status.AWAITING_UPLOAD;
        return status == Status.QUEUED && stage.begun ? Status.RUNNING : status;
    }

    /** The record is read before the files are listed, so each part grows from look to look, and so does the whole. */
    private static long revision(Job job, Set<String> files) {
        long artefacts = files.stream().filter(JobKeys::isArtefact).count();
        return job.changes().orElse(0) * CHANGE + Math.min(artefacts, CHANGE - 1);
    }

    private static Optional<Integer> position(JobId id, ObjectStore store) {
        OptionalInt position = new WaitingList(store).position(id);
        return position.isPresent() ? Optional.of(position.getAsInt()) : Optional.empty();
    }

    private static FacesView faces(JobId id, ObjectStore store, Map<String, ?> files) {
        Faces found = Json.read(JobKeys.faces(id), store.read(JobKeys.faces(id)), Faces.class);
        int masked = (int) files.keySet().stream()
                .filter(key -> key.startsWith(JobKeys.folder(id) + "face-"))
                .count();
        return new FacesView(
                found.faces().size(),
                masked,
                found.frame(),
                found.faces().stream().map(Faces.Face::box).toList());
    }

    private static List<PictureView> pictures(Job job, int faces, Map<String, ?> files, UnaryOperator<String> link) {
        Map<Integer, Job.PictureResult> ended =
                job.pictures().stream().collect(Collectors.toMap(Job.PictureResult::index, Function.identity()));
        List<PictureView> views = new ArrayList<>();
        for (int index = 1; index <= job.request().pictureMode().pictures(faces); index++) {
            String key = job.keys().picture(index);
            Optional<Problem> error = Optional.ofNullable(ended.get(index)).flatMap(Job.PictureResult::error);
            if (error.isPresent()) views.add(new PictureView(index, "failed", Optional.empty(), error));
            else if (files.containsKey(key))
                views.add(new PictureView(index, "succeeded", Optional.of(link.apply(key)), Optional.empty()));
            else views.add(new PictureView(index, "pending", Optional.empty(), Optional.empty()));
        }
        return views;
    }

    /** Detection counts a tenth, masks three, pictures the rest: roughly how long each takes. */
    private static double progress(Stage stage, Optional<FacesView> faces, List<PictureView> pictures) {
        double masks = faces.filter(f -> f.found() > 0)
                .map(f -> (double) f.masked() / f.found())
                .orElse(0.0);
        long ready = pictures.stream().filter(p -> p.url().isPresent()).count();
        return switch (stage) {
            case UPLOAD, DETECT -> 0;
            case SEGMENT -> 0.1 + 0.3 * Math.min(1, masks);
            case MERGE -> 0.4;
            case GENERATE -> 0.4 + 0.6 * ready / Math.max(1, pictures.size());
            case DONE -> 1;
        };
    }

    private static String seconds(Duration duration) {
        return Double.toString(Math.max(1, duration.toMillis()) / 1000.0);
    }

    private enum Stage {
        UPLOAD("upload", false),
        DETECT("detect", false),
        SEGMENT("segment", true),
        MERGE("merge", true),
        GENERATE("generate", true),
        DONE("done", true);

        private final String word;
        private final boolean begun;

        Stage(String word, boolean begun) {
            this.word = word;
            this.begun = begun;
        }

        static Stage of(Job job, Optional<FacesView> faces, boolean merged) {
            if (job.status().ended()) return DONE;
            if (merged) return GENERATE;
            if (faces.isPresent()) return faces.get().masked() < faces.get().found() ? SEGMENT : MERGE;
            return job.status() == Status.HELD || job.status() == Status.AWAITING_UPLOAD ? UPLOAD : DETECT;
        }
    }
}
