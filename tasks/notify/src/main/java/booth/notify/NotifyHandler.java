package booth.notify;

import booth.aws.Environment;
import booth.core.function.JsonHandler;
import booth.core.function.JsonLog;
import java.util.Map;

/**
 * Lambda's door to {@link Notify}, the last task of the state machine.
 *
 * <p>Environment: {@code JOBS_BUCKET}, {@code TOPIC_ARN}, {@code STREAM_QUEUE_URL} (where news for watchers go), {@code LINK_SECONDS} (how long links in messages work, 3600 where it is not set).
 */
public final class NotifyHandler extends JsonHandler<Notify.Input, Notify.Output> {
    public NotifyHandler() {
        this(System.getenv());
    }

    public NotifyHandler(Map<String, String> env) {
        this(Wiring.bulletin(new Environment(env)), JsonLog.standardOutput());
    }

    NotifyHandler(JobOutcomes bulletin, JsonLog log) {
        super(Notify.Input.class, new Notify(bulletin), log);
    }
}
