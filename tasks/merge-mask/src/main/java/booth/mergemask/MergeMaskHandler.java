package booth.mergemask;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.job.ObjectStore;
import java.util.Map;

/** Lambda's door to {@link MergeMask}; reads JOBS_BUCKET. */
public final class MergeMaskHandler extends JsonHandler<MergeMask.Input, MergeMask.Output> {
    public MergeMaskHandler() {
        this(System.getenv());
    }

    public MergeMaskHandler(Map<String, String> env) {
        this(S3ObjectStore.open(new Environment(env).require("JOBS_BUCKET")));
    }

    MergeMaskHandler(ObjectStore folder) {
        super(MergeMask.Input.class, new MergeMask(folder));
    }
}
