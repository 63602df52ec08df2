package booth.asl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The inside of an execution: its beginning, its ends and its redrives, one step at a time. */
final class Run implements Walker.End {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Execution execution;
    private final Timer timer;
    private final Mailbox mailbox;
    private final History history;
    private final Walker walker;
    private final Strand strand;
    private final Set<Execution> running;
    private Cancellable timeout = () -> {};
    private boolean frozen;

    Run(Engine.Services services, Execution execution, HistoryListener listener) {
        this.execution = execution;
        timer = services.timer();
        running = services.running();
        mailbox = new Mailbox(services.executor());
        history = new History(execution, listener, timer);
        var desk = new Desk(
                execution,
                new Events(history),
                new Evaluator(execution, timer),
                services.tasks(),
                services.tokens(),
                timer,
                services.random(),
                step -> mailbox.post(() -> step(step)));
        walker = new Walker(desk, this);
        strand = Strand.outermost(execution.machine().graph());
    }

    List<HistoryEvent> history() {
        return history.events();
    }

    Instant now() {
        return timer.now();
    }

    /** Records the start at once; the rest follows on the executor. */
    void start() {
        running.add(execution);
        mailbox.call(() -> history.record(0, "ExecutionStarted", started(), "executionStartedEventDetails"));
        mailbox.post(() -> step(() -> {
            watchTime();
            walker.start(strand, execution.input());
        }));
    }

    private ObjectNode started() {
        var details = Events.input(JSON.objectNode(), execution.input());
        return details.put("roleArn", execution.identity().roleArn());
    }

    private void watchTime() {
        execution
                .machine()
                .timeout()
                .ifPresent(limit -> timeout = timer.schedule(now().plus(limit), () -> mailbox.post(this::timeOut)));
    }

    void stop(Failure reason) {
        mailbox.call(() -> {
            if (isRunning()) halt(ExecutionStatus.ABORTED, "Aborted", reason);
        });
    }

    private void timeOut() {
        if (isRunning()) halt(ExecutionStatus.TIMED_OUT, "TimedOut", Failure.timeout());
    }

    void redrive() {
        mailbox.call(() -> {
            if (frozen) throw new IllegalStateException("The engine is closed");
            execution.notRedrivableReason().ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            execution.redriven(now());
            running.add(execution);
            var details = JSON.objectNode().put("redriveCount", execution.redriveCount());
            history.record(history.size(), "ExecutionRedriven", details, "executionRedrivenEventDetails");
        });
        mailbox.post(() -> step(() -> {
            watchTime();
            if (strand.visit().isPresent()) walker.revive(strand);
            else walker.start(strand, execution.input());
        }));
    }

    /** The engine closes: nothing happens any more, and nothing is recorded. */
    void freeze() {
        mailbox.call(() -> {
            frozen = true;
            timeout.cancel();
            walker.halt(strand);
        });
    }

    @Override
    public void succeeded(Strand ended) {
        var details = Events.output(JSON.objectNode(), ended.output());
        execution.succeed(ended.output(), now());
        recordEnd(ended.lastEvent(), "Succeeded", details);
    }

    @Override
    public void failed(Strand ended, Failure failure) {
        execution.fail(ExecutionStatus.FAILED, failure, now());
        recordEnd(ended.lastEvent(), "Failed", failure.details());
    }

    /** One step, after which every strand waits or has ended. A fault of the engine itself fails the execution. */
    private void step(Runnable step) {
        if (!isRunning()) return;
        try {
            step.run();
            walker.walk();
        } catch (RuntimeException fault) {
            var cause = fault instanceof History.HistoryFull ? fault.getMessage() : fault.toString();
            halt(ExecutionStatus.FAILED, "Failed", Failure.of(Failure.RUNTIME, cause == null ? "" : cause));
        }
    }

    /** Ends it from outside the walk; as on AWS, such an end has no predecessor. */
    private void halt(ExecutionStatus how, String type, Failure reason) {
        walker.halt(strand);
        execution.fail(how, reason, now());
        recordEnd(0, type, reason.details());
    }

    private void recordEnd(long previous, String type, ObjectNode details) {
        timeout.cancel();
        history.recordEnd(previous, "Execution" + type, details, "execution" + type + "EventDetails");
        running.remove(execution);
        mailbox.post(execution::announceEnd);
    }

    private boolean isRunning() {
        return !frozen && execution.status() == ExecutionStatus.RUNNING;
    }
}
