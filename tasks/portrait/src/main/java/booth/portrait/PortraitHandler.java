package booth.portrait;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.Priming;
import booth.core.image.ImageCodecs;
import booth.core.job.ErasureAwareStore;
import booth.core.job.ObjectStore;
import booth.vision.Models;
import booth.vision.PersonMatte;
import java.util.Map;
import java.util.Optional;

/**
 * Lambda handler of {@link Portrait}. The network that finds people is loaded when the function is set up: no guest waits
 * for that, and SnapStart keeps it in its snapshot.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code MODELS_DIR} (optional): the network's folder; that of the layer where it is not set
 * </ul>
 */
public final class PortraitHandler extends JsonHandler<Portrait.Input, Portrait.Output> {
    public PortraitHandler() {
        this(System.getenv());
    }

    public PortraitHandler(Map<String, String> env) {
        this(new Environment(env));
    }

    private PortraitHandler(Environment env) {
        this(new ErasureAwareStore(S3ObjectStore.open(env.require("JOBS_BUCKET"))), matte(env.find("MODELS_DIR")));
    }

    PortraitHandler(ObjectStore store, PeopleFinder people) {
        super(Portrait.Input.class, new Portrait(store, people));
        Priming.register(this, store, new ImageCodecs());
    }

    private static PeopleFinder matte(Optional<String> folder) {
        PersonMatte matte = new PersonMatte(Models.installed(folder));
        matte.load();
        return matte::alpha;
    }
}
