package booth.segment;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.job.ObjectStore;
import java.util.Map;

/**
 * Lambda's door to {@link Segment}; reads JOBS_BUCKET and SAM_ENDPOINT (names of SageMaker endpoints, comma-separated).
 * Without an endpoint SAM 2 runs in the function, on the models in MODELS_DIR or in the layer.
 */
public final class SegmentHandler extends JsonHandler<Segment.Input, Segment.Output> {
    public SegmentHandler() {
        this(System.getenv());
    }

    public SegmentHandler(Map<String, String> env) {
        this(
                S3ObjectStore.open(new Environment(env).require("JOBS_BUCKET")),
                new Environment(env)
                        .find("SAM_ENDPOINT")
                        .<Segmenter>map(SageMakerSegmenter::open)
                        .orElseGet(() -> LocalSegmenter.open(env)));
    }

    SegmentHandler(ObjectStore folder, Segmenter segmenter) {
        super(Segment.Input.class, new Segment(folder, segmenter));
    }
}
