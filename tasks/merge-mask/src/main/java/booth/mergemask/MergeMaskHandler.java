package booth.mergemask;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.Priming;
import booth.core.image.ImageCodecs;
import booth.core.job.ErasureAwareStore;
import booth.core.job.ObjectStore;
import java.util.Map;

/**
 * Lambda handler of {@link MergeMask}.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 * </ul>
 */
public final class MergeMaskHandler extends JsonHandler<MergeMask.Input, MergeMask.Output> {
    public MergeMaskHandler() {
        this(System.getenv());
    }

    public MergeMaskHandler(Map<String, String> env) {
        this(new ErasureAwareStore(S3ObjectStore.open(new Environment(env).require("JOBS_BUCKET"))));
    }

    MergeMaskHandler(ObjectStore store) {
        super(MergeMask.Input.class, new MergeMask(store));
        Priming.register(this, store, new ImageCodecs());
    }
}
