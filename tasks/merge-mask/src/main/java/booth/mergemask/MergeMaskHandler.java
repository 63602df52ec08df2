package booth.mergemask;

import booth.aws.Environment;
import booth.aws.S3JobFolder;
import booth.core.JobFolder;
import booth.core.JsonHandler;
import java.util.Map;

/** Lambda's door to {@link MergeMask}; reads JOBS_BUCKET. */
public final class MergeMaskHandler extends JsonHandler<MergeMask.Input, MergeMask.Output> {
    public MergeMaskHandler() {
        this(System.getenv());
    }

    public MergeMaskHandler(Map<String, String> env) {
        this(S3JobFolder.open(new Environment(env).require("JOBS_BUCKET")));
    }

    MergeMaskHandler(JobFolder folder) {
        super(MergeMask.Input.class, new MergeMask(folder));
    }
}
