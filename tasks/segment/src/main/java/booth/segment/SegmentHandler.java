package booth.segment;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.Priming;
import booth.core.image.ImageCodecs;
import booth.core.job.ErasureAwareStore;
import booth.core.job.ObjectStore;
import java.util.Map;
import java.util.Optional;

/**
 * Lambda handler of {@link Segment}.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code SAM_ENDPOINT} (optional): names of SageMaker endpoints, comma-separated; SAM 2 runs in the function where it
 *       is not set
 *   <li>{@code MODELS_DIR} (optional): the models of that SAM 2; those of the layer where it is not set
 * </ul>
 */
public final class SegmentHandler extends JsonHandler<Segment.Input, Segment.Output> {
    public SegmentHandler() {
        this(System.getenv());
    }

    public SegmentHandler(Map<String, String> env) {
        this(new Environment(env));
    }

    private SegmentHandler(Environment env) {
        this(
                new ErasureAwareStore(S3ObjectStore.open(env.require("JOBS_BUCKET"))),
                segmenter(env.find("SAM_ENDPOINT"), env.find("MODELS_DIR")));
    }

    SegmentHandler(ObjectStore store, Segmenter segmenter) {
        super(Segment.Input.class, new Segment(store, segmenter));
        Priming.register(this, store, new ImageCodecs());
    }

    private static Segmenter segmenter(Optional<String> endpoints, Optional<String> models) {
        return endpoints.<Segmenter>map(SageMakerSegmenter::open).orElseGet(() -> LocalSegmenter.open(models));
    }
}
