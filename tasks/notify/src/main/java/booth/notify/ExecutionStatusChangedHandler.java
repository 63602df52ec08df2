package booth.notify;

import booth.aws.Environment;
import booth.core.Json;
import booth.core.function.KeepReady;
import booth.core.function.Priming;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;

/**
 * Lambda handler of EventBridge's "Step Functions Execution Status Change".
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
public final class ExecutionStatusChangedHandler implements RequestHandler<ScheduledEvent, Void> {
    private final ExecutionStatusChanged changed;

    public ExecutionStatusChangedHandler() {
        this(System.getenv());
    }

    public ExecutionStatusChangedHandler(Map<String, String> env) {
        this(new Wiring(new Environment(env)));
    }

    private ExecutionStatusChangedHandler(Wiring wiring) {
        this(wiring.outcomes(), wiring.progress());
        Priming.register(this, wiring);
    }

    ExecutionStatusChangedHandler(JobOutcomes outcomes, JobProgress progress) {
        this.changed = new ExecutionStatusChanged(outcomes, progress);
    }

    @Override
    public Void handleRequest(ScheduledEvent event, Context context) {
        if (KeepReady.is(event.getDetailType())) return null;
        changed.accept(Json.MAPPER.convertValue(event.getDetail(), ExecutionStatusChanged.Detail.class));
        return null;
    }
}
