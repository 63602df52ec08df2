package booth.garden.mood;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.JsonLog;
import booth.core.function.Priming;
import booth.core.job.ObjectStore;
import java.time.Clock;
import java.util.Map;

/**
 * Lambda handler that sweeps away the photos of guests which functions left that died; called by the clock.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET}
 * </ul>
 */
public final class SweepProfilesHandler extends JsonHandler<SweepProfilesHandler.Input, SweepProfilesHandler.Output> {
    record Input() {}

    record Output(int deleted) {}

    public SweepProfilesHandler() {
        this(System.getenv());
    }

    public SweepProfilesHandler(Map<String, String> env) {
        this(S3ObjectStore.open(new Environment(env).require("GARDEN_BUCKET")));
    }

    private SweepProfilesHandler(ObjectStore garden) {
        this(new Profiles(garden, Clock.systemUTC(), JsonLog.standardOutput()));
        Priming.register(this, garden);
    }

    SweepProfilesHandler(Profiles profiles) {
        super(Input.class, now -> new Output(profiles.sweep()));
    }
}
