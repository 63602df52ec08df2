package booth.notify;

import booth.aws.Environment;
import booth.core.function.JsonHandler;
import booth.core.function.JsonLog;
import booth.core.function.Priming;
import java.util.Map;

/**
 * Lambda handler of {@link Notify}, the last task of the state machine.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code UPLOADS_BUCKET}: where links to photos lead
 *   <li>{@code TOPIC_ARN}: where ends of jobs are announced
 *   <li>{@code CALLBACK_QUEUE_URL}: where webhooks go that are to be sent
 *   <li>{@code STREAM_QUEUE_URL}: where changes go that watchers are to see
 *   <li>{@code LINK_SECONDS} (optional): how long links in messages work; an hour where it is not set
 * </ul>
 */
public final class NotifyHandler extends JsonHandler<Notify.Input, Notify.Output> {
    public NotifyHandler() {
        this(System.getenv());
    }

    public NotifyHandler(Map<String, String> env) {
        this(new Wiring(new Environment(env)));
    }

    private NotifyHandler(Wiring wiring) {
        this(wiring, wiring.outcomes());
    }

    private NotifyHandler(Wiring wiring, JobOutcomes outcomes) {
        this(outcomes, JsonLog.standardOutput());
        Priming.register(this, wiring, outcomes);
    }

    NotifyHandler(JobOutcomes outcomes, JsonLog log) {
        super(Notify.Input.class, new Notify(outcomes), log);
    }
}
