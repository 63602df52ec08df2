package booth.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events for functions that nobody waits for. A failed one is tried again as often as the function says, then put into
 * its dead-letter queue or failure destination. Lambda waits a minute before the first retry and two before the second;
 * here the wait is a parameter. Events under way are lost when the JVM ends.
 */
public final class AsyncInvocations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AsyncInvocations.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Functions functions;
    private final DeadLetters deadLetters;
    private final Duration wait;
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("lambda-event"));
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(Threads.named("lambda-retry"));

    /** @param wait before the first retry; doubles before the second */
    public AsyncInvocations(Functions functions, DeadLetters deadLetters, Duration wait) {
        this.functions = functions;
        this.deadLetters = deadLetters;
        this.wait = wait;
    }

    /**
     * Takes the event and returns at once.
     *
     * @throws IllegalArgumentException when there is no such function
     */
    public void invoke(String function, byte[] event) {
        DeployedFunction target = functions
                .find(function)
                .orElseThrow(() -> new IllegalArgumentException("There is no function " + function + "."));
        threads.execute(() -> attempt(target, event, 1));
    }

    private void attempt(DeployedFunction function, byte[] event, int attempt) {
        Invocation result = function.invoke(event);
        if (!result.failed()) return;
        int retries = function.spec().async().retries();
        if (attempt <= retries && !later.isShutdown()) {
            Duration pause = wait.multipliedBy(1L << (attempt - 1));
            later.schedule(
                    () -> threads.execute(() -> attempt(function, event, attempt + 1)), pause.toMillis(), MILLISECONDS);
        } else giveUp(function, event, result, attempt);
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

    @Override
    public void close() {
        later.shutdownNow();
        threads.shutdownNow();
    }
}
