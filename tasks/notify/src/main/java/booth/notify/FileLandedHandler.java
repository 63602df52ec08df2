package booth.notify;

import booth.aws.Environment;
import booth.core.job.JobKeys;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import java.time.Instant;
import java.util.Map;

/**
 * Lambda's door for files that land in a job's folder. Every such file is progress, of which those who watch the job are
 * told. A job nobody watches costs one listing.
 *
 * <p>Environment: {@code JOBS_BUCKET}, {@code STREAM_QUEUE_URL} (where the news go).
 */
public final class FileLandedHandler implements RequestHandler<S3Event, Void> {
    private final JobOutcomes bulletin;

    public FileLandedHandler() {
        this(System.getenv());
    }

    public FileLandedHandler(Map<String, String> env) {
        this(Wiring.progressOnly(new Environment(env)));
    }

    FileLandedHandler(JobOutcomes bulletin) {
        this.bulletin = bulletin;
    }

    @Override
    public Void handleRequest(S3Event event, Context context) {
        event.getRecords().forEach(this::landed);
        return null;
    }

    private void landed(S3EventNotificationRecord landed) {
        String key = landed.getS3().getObject().getUrlDecodedKey();
        Instant when = Instant.ofEpochMilli(landed.getEventTime().getMillis());
        JobKeys.jobOf(key).ifPresent(job -> bulletin.landed(job, key, when));
    }
}
