package booth.garden.bulk;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.Priming;
import booth.core.job.ObjectStore;
import java.security.SecureRandom;
import java.util.Map;

/**
 * Lambda handler of {@link PlanBatch}.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET}
 * </ul>
 */
public final class PlanBatchHandler extends JsonHandler<BatchRuns.Input, PlanBatch.Output> {
    public PlanBatchHandler() {
        this(System.getenv());
    }

    public PlanBatchHandler(Map<String, String> env) {
        this(S3ObjectStore.open(new Environment(env).require("GARDEN_BUCKET")));
    }

    private PlanBatchHandler(ObjectStore garden) {
        super(
                BatchRuns.Input.class,
                new PlanBatch(
                        garden,
                        new BatchRecords(garden, new SecureRandom()),
                        new PromptProduct(PromptTemplates.load())));
        Priming.register(this, garden);
    }
}
