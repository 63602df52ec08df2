package booth.monster;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.Priming;
import booth.core.image.ImageCodecs;
import booth.core.job.ErasureAwareStore;
import booth.core.job.ObjectStore;
import java.util.Map;

/**
 * Lambda handler of {@link Monster}.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 * </ul>
 */
public final class MonsterHandler extends JsonHandler<Monster.Input, Monster.Output> {
    public MonsterHandler() {
        this(System.getenv());
    }

    public MonsterHandler(Map<String, String> env) {
        this(new ErasureAwareStore(S3ObjectStore.open(new Environment(env).require("JOBS_BUCKET"))));
    }

    MonsterHandler(ObjectStore store) {
        super(Monster.Input.class, new Monster(store));
        Priming.register(this, store, new ImageCodecs());
    }
}
