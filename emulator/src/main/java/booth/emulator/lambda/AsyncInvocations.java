package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.spool.Outbox;
import booth.emulator.spool.Spool;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events for functions that nobody waits for. A failed one is tried again as often as the function says, then put into
 * its dead-letter queue or failure destination. Lambda waits a minute before the first retry and two before the second;
 * here the wait is a parameter. An event that was taken is kept on disk, with its number of attempts, until it is done.
 */
public final class AsyncInvocations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AsyncInvocations.class);
    private static final JsonMapper JSON = new JsonMapper();

    private record Event(String function, String payload) {}

    private final Functions functions;
    private final DeadLetters deadLetters;
    private final Duration wait;
    private final Outbox<Event> outbox;

    /**
     * @param spool where events are kept until they are done
     * @param wait before the first retry; doubles before the second
     */
    public AsyncInvocations(Functions functions, DeadLetters deadLetters, Spool spool, Duration wait) {
        this.functions = functions;
        this.deadLetters = deadLetters;
        this.wait = wait;
        this.outbox = new Outbox<>(
                spool, Event.class, Executors.newCachedThreadPool(Threads.named("lambda-event")), this::attempt);
    }

    /**
     * Takes the event and returns at once; it will not be lost.
     *
     * @throws IllegalArgumentException when there is no such function
     */
    public void invoke(String function, byte[] event) {
        DeployedFunction target = functions
                .find(function)
                .orElseThrow(() -> new IllegalArgumentException("There is no function " + function + "."));
        outbox.send(new Event(target.spec().name(), new String(event, UTF_8)));
    }

    /** Takes up the events of earlier processes; call it once, when the functions are deployed. */
    public void resume() {
        outbox.resume(event -> {
            if (functions.find(event.function()).isPresent()) return Optional.of(event);
            LOG.warn("An event of an earlier run is dropped: there is no function {} any more", event.function());
            return Optional.empty();
        });
    }

    private Optional<Duration> attempt(Event event, int attempt) {
        DeployedFunction function = functions.find(event.function()).orElseThrow();
        byte[] payload = event.payload().getBytes(UTF_8);
        Invocation result = function.invoke(payload);
        if (!result.failed()) return Optional.empty();
        if (attempt <= function.spec().async().retries()) return Optional.of(wait.multipliedBy(1L << (attempt - 1)));
        if (!Thread.currentThread().isInterrupted()) giveUp(function, payload, result, attempt);
        return Optional.empty();
    }

    private void giveUp(DeployedFunction function, byte[] event, Invocation result, int attempts) {
        LOG.warn("{} failed on an event {} times: {}", function.spec().name(), attempts, result.text());
        FunctionSpec.Async rules = function.spec().async();
        rules.deadLetters()
                .ifPresent(queue -> deadLetters.send(
                        queue,
                        new String(event, UTF_8),
                        Map.of(
                                "RequestID", result.requestId(),
                                "ErrorCode", "200",
                                "ErrorMessage", message(result))));
        rules.onFailure()
                .ifPresent(queue -> deadLetters.send(
                        queue, record(function, event, result, attempts).toString(), Map.of()));
    }

    /** The record that Lambda sends to a failure destination. */
    private static ObjectNode record(DeployedFunction function, byte[] event, Invocation result, int attempts) {
        ObjectNode record = JSON.createObjectNode()
                .put("version", "1.0")
                .put("timestamp", Instant.now().toString());
        record.putObject("requestContext")
                .put("requestId", result.requestId())
                .put("functionArn", function.arn() + ":$LATEST")
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", attempts);
        record.set("requestPayload", json(event));
        record.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        record.set("responsePayload", json(result.payload()));
        return record;
    }

    private static String message(Invocation result) {
        String text = json(result.payload()).path("errorMessage").asText();
        return text.isEmpty() ? "Unhandled" : text;
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            return JSON.getNodeFactory().textNode(new String(bytes, UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What is not done yet stays on disk. */
    @Override
    public void close() {
        outbox.close();
    }
}
