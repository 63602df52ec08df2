package booth.asl.run;

import booth.asl.Cancellable;
import booth.asl.ExecutionStatus;
import booth.asl.HistoryEvent;
import booth.asl.Timer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * The inside of an execution: its beginning, its ends and its redrives, one step at a time. A step computes, then it is
 * recorded, then what it wants of the world outside happens: whoever restores the execution from the record repeats at
 * most that.
 */
final class ExecutionRun implements Stepper.End, RunContext.Steps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Execution execution;
    private final StepListener listener;
    private final Timer timer;
    private final Mailbox mailbox;
    private final History history;
    private final PositionChanges changes = new PositionChanges();
    private final Stepper stepper;
    private final GraphRun graphRun;
    private final Set<Execution> running;
    private final Queue<Runnable> effects = new ArrayDeque<>();
    private Cancellable timeout = () -> {};
    private boolean frozen;

    /** @param before its steps so far, none for a new one */
    ExecutionRun(Engine.Services services, Execution execution, List<Step> before, StepListener listener) {
        this.execution = execution;
        this.listener = listener;
        timer = services.timer();
        running = services.running();
        mailbox = new Mailbox(services.executor());
        history = new History(
                before.stream().flatMap(step -> step.events().stream()).toList(), timer);
        var context = new RunContext(
                execution,
                new Events(history),
                new Evaluator(execution, timer),
                services.tasks(),
                services.tokens(),
                timer,
                services.random(),
                this);
        stepper = new Stepper(context, this);
        var graph = execution.machine().graph();
        graphRun = before.isEmpty()
                ? GraphRun.outermost(graph, changes)
                : new Restoration(history, before).outermost(graph, changes);
    }

    List<HistoryEvent> history() {
        return history.events();
    }

    Instant now() {
        return timer.now();
    }

    @Override
    public void post(Runnable step) {
        mailbox.post(() -> step(step));
    }

    @Override
    public void call(Runnable step) {
        mailbox.call(() -> step(step));
    }

    @Override
    public void afterwards(Runnable effect) {
        effects.add(effect);
    }

    /** Records the start at once; the rest follows on the executor. */
    void start() {
        running.add(execution);
        call(() -> history.record(0, "ExecutionStarted", started(), "executionStartedEventDetails"));
        post(() -> {
            watchTime();
            stepper.start(graphRun, execution.input());
        });
    }

    private ObjectNode started() {
        var details = Events.input(JSON.objectNode(), execution.inputText());
        return details.put("roleArn", execution.identity().roleArn());
    }

    /** Goes on, with its whole time again: how long nobody was there to run it does not count. */
    void resume() {
        if (!isRunning()) return;
        running.add(execution);
        call(() -> {
            watchTime();
            stepper.resume(graphRun, execution.input());
        });
    }

    private void watchTime() {
        execution
                .machine()
                .timeout()
                .ifPresent(limit -> timeout = timer.schedule(now().plus(limit), () -> post(this::timeOut)));
    }

    void stop(Failure reason) {
        call(() -> halt(ExecutionStatus.ABORTED, "Aborted", reason));
    }

    private void timeOut() {
        halt(ExecutionStatus.TIMED_OUT, "TimedOut", Failure.timeout());
    }

    void redrive() {
        mailbox.call(() -> {
            if (frozen) throw new IllegalStateException("The engine is closed");
            execution.notRedrivableReason().ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            execution.redriven(now());
            running.add(execution);
            step(this::goOn);
        });
    }

    private void goOn() {
        var details = JSON.objectNode().put("redriveCount", execution.redriveCount());
        history.record(history.size(), "ExecutionRedriven", details, "executionRedrivenEventDetails");
        watchTime();
        if (graphRun.stateRun().isPresent()) stepper.redrive(graphRun);
        else stepper.start(graphRun, execution.input());
    }

    /** The engine closes: nothing happens any more, and nothing is recorded. */
    void freeze() {
        mailbox.call(this::standStill);
    }

    private void standStill() {
        frozen = true;
        timeout.cancel();
        effects.clear();
        stepper.halt(graphRun);
    }

    @Override
    public void succeeded(GraphRun ended) {
        var details = Events.output(JSON.objectNode(), ended.output());
        execution.succeed(ended.output(), now());
        recordEnd(ended.lastEvent(), "Succeeded", details);
    }

    @Override
    public void failed(GraphRun ended, Failure failure) {
        execution.fail(ExecutionStatus.FAILED, failure, now());
        recordEnd(ended.lastEvent(), "Failed", failure.details());
    }

    /** One step, after which every graph run waits or has ended. A fault of the engine itself fails the execution. */
    private void step(Runnable step) {
        if (!isRunning()) return;
        try {
            step.run();
            stepper.beginReady();
        } catch (RuntimeException fault) {
            var cause = fault instanceof History.HistoryFull ? fault.getMessage() : fault.toString();
            halt(ExecutionStatus.FAILED, "Failed", Failure.of(Failure.RUNTIME, cause == null ? "" : cause));
        }
        record();
        for (var effect = effects.poll(); effect != null; effect = effects.poll()) effect.run();
    }

    /** What cannot be recorded must not have consequences. */
    private void record() {
        var step = new Step(history.take(), changes.take());
        if (step.events().isEmpty() && step.positions().isEmpty()) return;
        try {
            listener.recorded(execution, step);
        } catch (RuntimeException unrecorded) {
            standStill();
            throw unrecorded;
        }
    }

    /** Ends it from outside the stepper; as on AWS, such an end has no predecessor. */
    private void halt(ExecutionStatus how, String type, Failure reason) {
        stepper.halt(graphRun);
        execution.fail(how, reason, now());
        recordEnd(0, type, reason.details());
    }

    private void recordEnd(long previous, String type, ObjectNode details) {
        timeout.cancel();
        history.recordEnd(previous, "Execution" + type, details, "execution" + type + "EventDetails");
        running.remove(execution);
        afterwards(() -> mailbox.post(execution::announceEnd));
    }

    private boolean isRunning() {
        return !frozen && execution.status() == ExecutionStatus.RUNNING;
    }
}
