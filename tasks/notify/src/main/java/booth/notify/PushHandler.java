package booth.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.SqsQueue;
import booth.core.Concurrently;
import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.function.MessageVisibility;
import booth.core.function.Priming;
import booth.core.watching.ChangeEvent;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda handler of the queue of changes. Those of a batch are sorted by their subject, and each subject is pushed once:
 * while several changes wait, one look shows them all.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code UPLOADS_BUCKET}: where links to photos lead
 *   <li>{@code STREAM_QUEUE_URL}: where the changes come from, and more are sent
 *   <li>{@code STREAM_ENDPOINT}: of the WebSocket API's connections
 *   <li>{@code LINK_SECONDS} (optional): how long links in messages work; an hour where it is not set
 * </ul>
 */
public final class PushHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    /** Then it is the connection's own fault; a dead letter would call an operator for nothing. */
    private static final int TRIES = 4;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Push push;
    private final MessageVisibility queue;
    private final JsonLog log;

    public PushHandler() {
        this(System.getenv());
    }

    public PushHandler(Map<String, String> env) {
        this(new Environment(env), JsonLog.standardOutput());
    }

    private PushHandler(Environment env, JsonLog log) {
        this(new Wiring(env), env, log);
    }

    private PushHandler(Wiring wiring, Environment env, JsonLog log) {
        this(
                wiring.push(log),
                new SqsQueue(Clients.build(SqsClient.builder(), ATTEMPT), env.require("STREAM_QUEUE_URL")),
                log);
        Priming.register(this, wiring);
    }

    PushHandler(Push push, MessageVisibility queue, JsonLog log) {
        this.push = push;
        this.queue = queue;
        this.log = log;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Collection<List<SQSMessage>> subjects = event.getRecords().stream()
                .collect(Collectors.groupingBy(
                        message -> message.getAttributes().get("MessageGroupId"),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
        List<SQSMessage> undelivered = Concurrently.each(subjects, this::push).stream()
                .flatMap(List::stream)
                .toList();
        undelivered.forEach(message -> queue.delayRetry(message.getReceiptHandle(), SOON));
        return new SQSBatchResponse(undelivered.stream()
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    /** Those to be delivered again. Throws nothing: the other subjects of the batch have done no wrong. */
    private List<SQSMessage> push(List<SQSMessage> messages) {
        try {
            Set<ChangeEvent> undelivered =
                    push.push(messages.stream().map(PushHandler::event).toList());
            return messages.stream()
                    .filter(message -> undelivered.contains(event(message)) && tries(message) < TRIES)
                    .toList();
        } catch (RuntimeException e) {
            log.write(LogLine.of("incident").error(e));
            return messages;
        }
    }

    private static ChangeEvent event(SQSMessage message) {
        return Json.read("a change", message.getBody().getBytes(UTF_8), ChangeEvent.class);
    }

    private static int tries(SQSMessage message) {
        return Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
    }
}
