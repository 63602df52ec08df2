package booth.api.stream;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.aws.SqsChangePublisher;
import booth.core.function.JsonLog;
import booth.core.function.KeepReady;
import booth.core.function.Priming;
import booth.core.job.ObjectStore;
import booth.core.watching.ChangePublisher;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Lambda handler of the WebSocket API: {@code $connect?job=<id>} or {@code
 * $connect?channel=<channel>}, {@code $default} and {@code $disconnect}.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code STREAM_QUEUE_URL}: where changes go that watchers are to see
 * </ul>
 */
public final class StreamHandler implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Stream stream;

    public StreamHandler() {
        this(System.getenv());
    }

    public StreamHandler(Map<String, String> env) {
        this(new Environment(env));
    }

    private StreamHandler(Environment env) {
        this(S3ObjectStore.open(env.require("JOBS_BUCKET")), SqsChangePublisher.from(env));
    }

    private StreamHandler(ObjectStore jobs, ChangePublisher changes) {
        this(new Stream(jobs, changes, Clock.systemUTC(), JsonLog.standardOutput()));
        Priming.register(this, jobs, changes);
    }

    StreamHandler(Stream stream) {
        this.stream = stream;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        String connection = event.getRequestContext().getConnectionId();
        return switch (event.getRequestContext().getEventType()) {
            case "CONNECT" -> answer(status(connect(connection, event)));
            case KeepReady.MARK -> answer(OK);
            case "DISCONNECT" -> {
                stream.disconnect(connection);
                yield answer(OK);
            }
            default -> {
                stream.ask(connection);
                yield answer(OK);
            }
        };
    }

    private Stream.Entry connect(String connection, APIGatewayV2WebSocketEvent event) {
        return parameter(event, "channel")
                .map(channel -> stream.listen(connection, channel))
                .orElseGet(() -> stream.connect(connection, parameter(event, "job")));
    }

    private static int status(Stream.Entry entry) {
        return switch (entry) {
            case LET_IN -> OK;
            case NO_SUCH_JOB, NO_SUCH_CHANNEL -> NOT_FOUND;
            case TOO_MANY -> TOO_MANY_REQUESTS;
        };
    }

    private static Optional<String> parameter(APIGatewayV2WebSocketEvent event, String name) {
        return Optional.ofNullable(event.getQueryStringParameters())
                .flatMap(parameters -> Optional.ofNullable(parameters.get(name)));
    }

    private static APIGatewayV2WebSocketResponse answer(int status) {
        APIGatewayV2WebSocketResponse answer = new APIGatewayV2WebSocketResponse();
        answer.setStatusCode(status);
        return answer;
    }
}
