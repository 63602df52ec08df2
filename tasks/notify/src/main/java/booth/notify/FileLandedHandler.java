package booth.notify;

import booth.aws.Environment;
import booth.core.Names;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import java.util.Map;

/**
 * Lambda's door for files that land in a job's folder. Every such file is progress: those who watch the job get its new
 * state. A job nobody watches costs one listing.
 *
 * <p>Environment: {@code JOBS_BUCKET}, {@code STREAM_ENDPOINT} (where it is not set nothing is done),
 * {@code LINK_SECONDS}.
 */
public final class FileLandedHandler implements RequestHandler<S3Event, Void> {
    private final Bulletin bulletin;

    public FileLandedHandler() {
        this(System.getenv());
    }

    public FileLandedHandler(Map<String, String> env) {
        this(Wiring.progressOnly(new Environment(env)));
    }

    FileLandedHandler(Bulletin bulletin) {
        this.bulletin = bulletin;
    }

    @Override
    public Void handleRequest(S3Event event, Context context) {
        event.getRecords().stream()
                .map(landed -> landed.getS3().getObject().getUrlDecodedKey())
                .flatMap(key -> Names.jobOf(key).stream())
                .distinct()
                .forEach(bulletin::progress);
        return null;
    }
}
