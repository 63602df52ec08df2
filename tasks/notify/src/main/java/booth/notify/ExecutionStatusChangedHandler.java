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
public final class ExecutionStatusChangedHandler implements RequestHandler<ScheduledEvent, Void> {
    private final ExecutionStatusChanged ended;

    public ExecutionStatusChangedHandler() {
        this(System.getenv());
    }

    public ExecutionStatusChangedHandler(Map<String, String> env) {
        this(Wiring.bulletin(new Environment(env)));
    }

    ExecutionStatusChangedHandler(JobOutcomes bulletin) {
        this.ended = new ExecutionStatusChanged(bulletin);
    }

    @Override
    public Void handleRequest(ScheduledEvent event, Context context) {
        ended.accept(Json.MAPPER.convertValue(event.getDetail(), ExecutionStatusChanged.Detail.class));
        return null;
    }
}
