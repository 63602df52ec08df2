package booth.detect;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.Priming;
import booth.core.image.ImageCodecs;
import booth.core.image.Photo;
import booth.core.job.ErasureAwareStore;
import booth.core.job.ObjectStore;
import java.util.Locale;
import java.util.Map;

/**
 * Lambda handler of {@link Detect}.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code UPLOADS_BUCKET}
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code FRAME_FIT} (optional): {@code crop}, also where it is not set, or {@code squash}
 * </ul>
 */
public final class DetectHandler extends JsonHandler<Detect.Input, Detect.Output> {
    public DetectHandler() {
        this(System.getenv());
    }

    public DetectHandler(Map<String, String> env) {
        this(new Environment(env));
    }

    private DetectHandler(Environment env) {
        this(
                S3ObjectStore.open(env.require("UPLOADS_BUCKET")),
                new ErasureAwareStore(S3ObjectStore.open(env.require("JOBS_BUCKET"))),
                RekognitionFaces.open(),
                fit(env));
    }

    DetectHandler(ObjectStore uploads, ObjectStore jobs, FaceDetector detector, Photo.Fit fit) {
        super(Detect.Input.class, new Detect(uploads, jobs, detector, fit));
        Priming.register(this, jobs, detector, new ImageCodecs());
    }

    static Photo.Fit fit(Environment env) {
        String fit = env.find("FRAME_FIT").orElse("crop");
        return switch (fit.toLowerCase(Locale.ROOT)) {
            case "crop" -> Photo.Fit.CROP;
            case "squash" -> Photo.Fit.SQUASH;
            default -> throw new IllegalStateException("FRAME_FIT is crop or squash, not " + fit + ".");
        };
    }
}
