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
 * who watch the job are told. A job nobody watches costs one listing.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code STREAM_QUEUE_URL}: where changes go that watchers are to see
 * </ul>
 */
public final class FileLandedHandler implements RequestHandler<S3Event, Void> {
    private final JobProgress progress;

    public FileLandedHandler() {
        this(System.getenv());
    }

    public FileLandedHandler(Map<String, String> env) {
        this(new Wiring(new Environment(env)));
    }

    private FileLandedHandler(Wiring wiring) {
        this(wiring.progress());
        Priming.register(this, wiring);
    }

    FileLandedHandler(JobProgress progress) {
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
        JobKeys.jobOf(key).ifPresent(job -> progress.fileLanded(job, key, when));
    }
}
