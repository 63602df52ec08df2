package booth.garden.bulk;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.Priming;
import booth.core.job.ObjectStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/**
 * Lambda handler of {@link ConcludeBatch}.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET}
 * </ul>
 */
public final class ConcludeBatchHandler extends JsonHandler<BatchRuns.Input, ConcludeBatch.End> {
    public ConcludeBatchHandler() {
        this(System.getenv());
    }

    public ConcludeBatchHandler(Map<String, String> env) {
        this(S3ObjectStore.open(new Environment(env).require("GARDEN_BUCKET")));
    }

    private ConcludeBatchHandler(ObjectStore garden) {
        super(
                BatchRuns.Input.class,
                new ConcludeBatch(garden, new BatchRecords(garden, new SecureRandom()), Clock.systemUTC()));
        Priming.register(this, garden);
    }
}
