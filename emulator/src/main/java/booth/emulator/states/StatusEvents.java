package booth.emulator.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.asl.HistoryEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * EventBridge's "Step Functions Execution Status Change": one event when an execution starts or is redriven and one when
 * it ends. Delivered in order by a thread of its own, so that no receiver holds up an execution.
 */
final class StatusEvents implements AutoCloseable {
    /** Beyond this EventBridge gets no input; an output this long it does not get either. */
    private static final int MAX_PAYLOAD = 248 << 10;

    private static final int PAUSE_SECONDS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(StatusEvents.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final StatesSettings settings;
    private final Consumer<ObjectNode> receiver;
    private final ScheduledExecutorService announcer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "states-events");
        thread.setDaemon(true);
        return thread;
    });

    StatusEvents(StatesSettings settings, Consumer<ObjectNode> receiver) {
        this.settings = settings;
        this.receiver = receiver;
    }

    /** @param summary as it was right after the event */
    void turned(Run run, HistoryEvent event, Summary summary) {
        ObjectNode message = envelope(run, event.timestamp());
        message.set("detail", detail(run, event.details(), summary));
        announcer.execute(() -> tell(run, event, message));
    }

    /** Who could not be told now is told soon, or by the next process. */
    private void tell(Run run, HistoryEvent event, ObjectNode message) {
        if (run.isTold(event)) return; // or of what came after it, meanwhile
        try {
            receiver.accept(message);
            run.told(event);
        } catch (UncheckedIOException e) { // of the disk, which may have room again in a moment
            LOG.error("Nobody could be told yet that {} is {}: {}", run.arn(), event.type(), e.getMessage());
            again(() -> tell(run, event, message));
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told that {} is {}", run.arn(), event.type(), e);
        }
    }

    private void again(Runnable telling) {
        try {
            announcer.schedule(telling, PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("It is told after the next start"); // closed
        }
    }

    /** Tells of the last turn of an execution again: its process died before it was known to be told. */
    void tellAgain(Run run) {
        Summary summary = run.summary();
        turned(run, run.history().get((int) summary.turn() - 1), summary);
    }

    /** Leaves what is not yet delivered to the next process. */
    @Override
    public void close() {
        announcer.shutdownNow();
    }

    private ObjectNode envelope(Run run, Instant time) {
        ObjectNode message = JSON.objectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Step Functions Execution Status Change")
                .put("source", "aws.states")
                .put("account", settings.account())
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", settings.region());
        message.putArray("resources").add(run.arn());
        return message;
    }

    private static ObjectNode detail(Run run, ObjectNode event, Summary summary) {
        ObjectNode detail = JSON.objectNode()
                .put("executionArn", run.arn())
                .put("stateMachineArn", run.machineArn())
                .put("name", run.name())
                .put("status", summary.status().name())
                .put("startDate", summary.startDate().toEpochMilli());
        detail.set("stopDate", millis(summary.stopDate()));
        payloads(detail, run.header().input(), text(event, "output"));
        detail.put("error", text(event, "error").orElse(null));
        detail.put("cause", text(event, "cause").orElse(null));
        detail.putNull("stateMachineVersionArn").putNull("stateMachineAliasArn");
        detail.put("redriveCount", summary.redriveCount());
        detail.set("redriveDate", millis(summary.redriveDate()));
        Optional<String> obstacle = Redrive.obstacle(run);
        return detail.put("redriveStatus", Redrive.status(obstacle)).put("redriveStatusReason", obstacle.orElse(null));
    }

    private static void payloads(ObjectNode detail, String input, Optional<String> output) {
        int outputLength = output.map(StatusEvents::length).orElse(0);
        boolean showInput = length(input) + outputLength <= MAX_PAYLOAD;
        boolean showOutput = outputLength <= MAX_PAYLOAD;
        detail.put("input", showInput ? input : null);
        detail.putObject("inputDetails").put("included", showInput);
        detail.put("output", showOutput ? output.orElse(null) : null);
        if (output.isPresent()) detail.putObject("outputDetails").put("included", showOutput);
        else detail.putNull("outputDetails");
    }

    private static int length(String text) {
        return text.getBytes(UTF_8).length;
    }

    private static Optional<String> text(ObjectNode event, String field) {
        return Optional.ofNullable(event.path(field).textValue());
    }

    private static JsonNode millis(Optional<Instant> instant) {
        return instant.<JsonNode>map(when -> JSON.numberNode(when.toEpochMilli()))
                .orElse(JSON.nullNode());
    }
}
