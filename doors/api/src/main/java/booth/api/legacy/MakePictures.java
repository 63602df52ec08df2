package booth.api.legacy;

import booth.api.jobs.OpenedJob;
import booth.core.access.BoothKey;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobView;
import booth.core.job.PictureMode;
import booth.http.Answer;
import booth.http.Call;
import booth.http.NoSuchJob;
import booth.http.Problems;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /photo} and {@code /multiphoto}: answers when the pictures are there; after 25 s with the job as it stands, which then goes on.
 */
public final class MakePictures {
    /**
     * @param urlGenerated a JSON array inside a string; of pictures that failed there is none in it
     * @param timeTaken wall seconds as a decimal string
     */
    record Pictures(
            @JsonProperty("url_original") String urlOriginal,
            @JsonProperty("url_generated") String urlGenerated,
            @JsonProperty("time_taken") String timeTaken) {}

    private static final String SECONDS_TO_NEXT_LOOK = "2";

    private final LegacyOrders orders;
    private final JobWaiter waiter;
    private final Function<JobId, Optional<JobView>> view;
    private final PictureMode mode;

    public MakePictures(
            LegacyOrders orders, JobWaiter waiter, Function<JobId, Optional<JobView>> view, PictureMode mode) {
        this.orders = orders;
        this.waiter = waiter;
        this.view = view;
        this.mode = mode;
    }

    public Answer make(Call call, Optional<BoothKey> key) {
        Job job = orders.take(PhotoOrder.of(call), mode);
        JobView end = waiter.await(job.jobId()).map(Job::jobId).flatMap(view).orElseThrow(NoSuchJob::refused);
        return switch (end.status()) {
            case SUCCEEDED, PARTIAL -> Answer.json(200, pictures(end));
            case REJECTED, FAILED, CANCELED, EXPIRED -> Problems.ofEnd(end.status(), end.error(), call.request());
            case HELD, AWAITING_UPLOAD, QUEUED, RUNNING -> later(end);
        };
    }

    private static Pictures pictures(JobView end) {
        return new Pictures(
                end.legacy().urlOriginal().orElseThrow(),
                end.legacy().urlGenerated().orElseThrow(),
                end.legacy().timeTaken().orElseGet(() -> sinceOpened(end)));
    }

    /** Of an execution that was done before job.json said that it began. */
    private static String sinceOpened(JobView end) {
        Duration took = Duration.between(end.times().createdAt(), end.endedAt().orElseThrow());
        return Double.toString(Math.max(1, took.toMillis()) / 1000.0);
    }

    private static Answer later(JobView job) {
        OpenedJob answer = OpenedJob.of(job.jobId(), job.status());
        return Answer.json(202, answer)
                .with(Map.of("location", answer.links().self(), "retry-after", SECONDS_TO_NEXT_LOOK));
    }
}
