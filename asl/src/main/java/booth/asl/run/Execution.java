package booth.asl.run;

import booth.asl.ExecutionIdentity;
import booth.asl.ExecutionStatus;
import booth.asl.HistoryEvent;
import booth.asl.definition.StateMachine;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One run of a machine: its state as AWS describes it, its history, and the ways to end and to continue it. */
public final class Execution {
    private static final Duration REDRIVABLE = Duration.ofDays(14);

    private final ExecutionIdentity identity;
    private final StateMachine machine;
    private final String inputText;
    private final JsonNode input;
    private final Instant startDate;
    private final ExecutionRun run;
    private volatile ExecutionSummary summary = ExecutionSummary.started();

    Execution(
            Engine.Services services,
            StateMachine machine,
            ExecutionIdentity identity,
            String input,
            StepListener listener) {
        this.identity = identity;
        this.machine = machine;
        this.inputText = input;
        this.input = Payload.parse(input);
        this.startDate = services.timer().now();
        this.run = new ExecutionRun(services, this, List.of(), listener);
    }

    /** As it was after these steps. */
    Execution(
            Engine.Services services,
            StateMachine machine,
            ExecutionIdentity identity,
            List<Step> steps,
            StepListener listener) {
        var events = steps.stream().flatMap(step -> step.events().stream()).toList();
        if (events.isEmpty()) throw new IllegalArgumentException("an execution begins with an event");
        this.identity = identity;
        this.machine = machine;
        this.inputText = events.get(0).details().path("input").textValue();
        this.input = Payload.parse(inputText);
        this.startDate = events.get(0).timestamp();
        this.summary = ExecutionSummary.of(events);
        this.run = new ExecutionRun(services, this, steps, listener);
    }

    public ExecutionIdentity identity() {
        return identity;
    }

    public StateMachine machine() {
        return machine;
    }

    public ExecutionStatus status() {
        return summary.status();
    }

    public JsonNode input() {
        return input;
    }

    /** The text it was started with, white space and all. */
    public String inputText() {
        return inputText;
    }

    /** What a succeeded execution gave. */
    public Optional<JsonNode> output() {
        return summary.output();
    }

    /** The error name of an execution that ended badly; a Fail state or a stop need not give one. */
    public Optional<String> error() {
        return summary.failure().error();
    }

    /** The text to {@link #error}. */
    public Optional<String> cause() {
        return summary.failure().cause();
    }

    public Instant startDate() {
        return startDate;
    }

    public Optional<Instant> stopDate() {
        return summary.stopDate();
    }

    public int redriveCount() {
        return summary.redriveCount();
    }

    /** When it was last redriven. */
    public Optional<Instant> redriveDate() {
        return summary.redriveDate();
    }

    /** All events so far, oldest first. */
    public List<HistoryEvent> history() {
        return run.history();
    }

    /** Completes when the execution ends, well or badly, never exceptionally; each redrive begins a new stage. */
    public CompletionStage<Execution> ended() {
        return summary.ended().minimalCompletionStage();
    }

    /**
     * Ends a running execution as ABORTED before it returns; without effect on one that has ended.
     *
     * @param error a name for it; may be empty
     * @param cause a text for it; may be empty
     */
    public void stop(String error, String cause) {
        run.stop(Failure.of(error, cause));
    }

    /** Why AWS would not redrive it now; empty when it would. */
    public Optional<String> notRedrivableReason() {
        var now = summary;
        if (now.status() == ExecutionStatus.RUNNING) return Optional.of("Execution is RUNNING and cannot be redriven");
        if (now.status() == ExecutionStatus.SUCCEEDED) {
            return Optional.of("Execution is SUCCEEDED and cannot be redriven");
        }
        if (run.history().size() >= History.LIMIT - 1) {
            return Optional.of("Execution history event limit exceeded");
        }
        var until = now.stopDate().orElseThrow().plus(REDRIVABLE);
        return run.now().isAfter(until) ? Optional.of("Execution redrivable period exceeded") : Optional.empty();
    }

    /**
     * Continues a failed, timed out or aborted execution at the states that did not succeed, with fresh retries and a
     * fresh timeout.
     *
     * @throws IllegalStateException with {@link #notRedrivableReason} when AWS would refuse
     */
    public void redrive() {
        run.redrive();
    }

    void succeed(JsonNode output, Instant when) {
        summary = summary.succeeded(output, when);
    }

    void fail(ExecutionStatus how, Failure failure, Instant when) {
        summary = summary.failed(how, failure, when);
    }

    /** Tells those who wait for the end; apart from the end itself, so that no one else's code runs amid a step. */
    void announceEnd() {
        summary.ended().complete(this);
    }

    void redriven(Instant when) {
        summary = summary.redriven(when);
    }

    void begin() {
        run.start();
    }

    /** Goes on if it has not ended. */
    void resume() {
        run.resume();
    }

    void freeze() {
        run.freeze();
    }
}
