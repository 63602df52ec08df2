package booth.notify;

import booth.aws.Environment;
import booth.core.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;

/**
 * Lambda's door for EventBridge's "Step Functions Execution Status Change".
 *
 * <p>Environment: {@code JOBS_BUCKET}, {@code TOPIC_ARN}, {@code STREAM_QUEUE_URL}, {@code LINK_SECONDS}, as for
 * {@link NotifyHandler}.
 */
public final class ExecutionEndedHandler implements RequestHandler<ScheduledEvent, Void> {
    private final ExecutionEnded ended;

    public ExecutionEndedHandler() {
        this(System.getenv());
    }

    public ExecutionEndedHandler(Map<String, String> env) {
        this(Wiring.bulletin(new Environment(env)));
    }

    ExecutionEndedHandler(Bulletin bulletin) {
        this.ended = new ExecutionEnded(bulletin);
    }

    @Override
    public Void handleRequest(ScheduledEvent event, Context context) {
        ended.accept(Json.MAPPER.convertValue(event.getDetail(), ExecutionEnded.Detail.class));
        return null;
    }
}
