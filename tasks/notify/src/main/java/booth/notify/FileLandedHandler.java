package booth.notify;

import booth.aws.Environment;
import booth.core.function.Priming;
import booth.core.job.JobKeys;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import java.time.Instant;
import java.util.Map;

/**
 * Lambda handler of S3's notifications of files that land in a job's folder. Every such file is progress, of which those
 * who watch the job are told, and a picture that lands after its job has ended makes that end a better one. A job nobody
 * watches costs a read and a listing. What landed after its job was erased is deleted.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code UPLOADS_BUCKET}: where links to photos lead
 *   <li>{@code TOPIC_ARN}: where ends of jobs are announced
 *   <li>{@code CALLBACK_QUEUE_URL}: where webhooks go that are to be sent
 *   <li>{@code STREAM_QUEUE_URL}: where changes go that watchers are to see
 *   <li>{@code LINK_SECONDS} (optional): how long links in messages work; an hour where it is not set
 * </ul>
 */
public final class FileLandedHandler implements RequestHandler<S3Event, Void> {
    private final JobOutcomes outcomes;
    private final JobProgress progress;

    public FileLandedHandler() {
        this(System.getenv());
    }

    public FileLandedHandler(Map<String, String> env) {
        this(new Wiring(new Environment(env)));
    }

    private FileLandedHandler(Wiring wiring) {
        this(wiring.outcomes(), wiring.progress());
        Priming.register(this, wiring);
    }

    FileLandedHandler(JobOutcomes outcomes, JobProgress progress) {
        this.outcomes = outcomes;
        this.progress = progress;
    }

    @Override
    public Void handleRequest(S3Event event, Context context) {
        event.getRecords().forEach(this::landed);
        return null;
    }

    private void landed(S3EventNotificationRecord landed) {
        String key = landed.getS3().getObject().getUrlDecodedKey();
        Instant when = Instant.ofEpochMilli(landed.getEventTime().getMillis());
        JobKeys.jobOf(key).ifPresent(job -> {
            if (JobKeys.isPicture(key)) outcomes.pictureLanded(job, key);
            progress.fileLanded(job, key, when);
        });
    }
}
