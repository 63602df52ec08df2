package booth.asl.run;

import booth.asl.definition.Catcher;
import booth.asl.definition.NestingState;
import booth.asl.definition.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Moves graph runs from state to state: enters, leaves, fails, retries and catches. */
final class Stepper {
    /** Told when the outermost graph run ends. */
    interface End {
        void succeeded(GraphRun graphRun);

        void failed(GraphRun graphRun, Failure failure);
    }

    private final RunContext context;
    private final Aborter aborter;
    private final End end;
    private final Queue<StateRun> ready = new ArrayDeque<>();

    Stepper(RunContext context, End end) {
        this.context = context;
        this.end = end;
        aborter = new Aborter(context.events());
    }

    void start(GraphRun graphRun, JsonNode input) {
        graphRun.status(GraphRun.Status.RUNNING);
        enter(graphRun, graphRun.graph().startAt(), input);
    }

    /** Continues a graph run where it did not succeed. */
    void redrive(GraphRun graphRun) {
        graphRun.status(GraphRun.Status.RUNNING);
        var stateRun = graphRun.stateRun().orElseThrow();
        stateRun.redrive();
        behaviour(stateRun).redriven();
        ready.add(stateRun);
    }

    /**
     * Continues a graph run that another process left running: what it waited for is awaited again. Its input matters
     * only where it had not begun.
     */
    void resume(GraphRun graphRun, JsonNode input) {
        graphRun.stateRun().ifPresentOrElse(this::resume, () -> start(graphRun, input));
    }

    private void resume(StateRun stateRun) {
        stateRun.children().stream()
                .filter(child -> child.is(GraphRun.Status.RUNNING))
                .flatMap(child -> child.stateRun().stream())
                .forEach(this::resume);
        behaviour(stateRun).resume();
    }

    /** Begins every state that was entered, until all of them wait or have ended. */
    void beginReady() {
        for (var stateRun = ready.poll(); stateRun != null; stateRun = ready.poll()) begin(stateRun);
    }

    /** Stops all that is under way, without a word in the history. */
    void halt(GraphRun outermost) {
        ready.clear();
        aborter.halt(outermost);
    }

    private void enter(GraphRun graphRun, String name, JsonNode input) {
        var stateRun = new StateRun(
                graphRun, graphRun.graph().state(name), input, context.timer().now());
        graphRun.at(stateRun);
        context.events().entered(stateRun);
        ready.add(stateRun);
    }

    private void begin(StateRun stateRun) {
        if (stateRun.isCurrent()) guarded(stateRun, () -> beginNow(stateRun));
    }

    /** A redriven Map or Parallel goes on with its children, if it can. */
    private void beginNow(StateRun stateRun) {
        var behaviour = behaviour(stateRun);
        if (!stateRun.isRedriven() || !behaviour.redriveChildren()) behaviour.begin();
    }

    private Behaviour behaviour(StateRun stateRun) {
        return stateRun.state().accept(new Behaviours(context, this, stateRun));
    }

    /** Posts a step of a state run, to be skipped if its attempt is over by then. */
    void later(StateRun stateRun, Attempt attempt, Runnable step) {
        context.post(() -> {
            if (!attempt.isOver() && stateRun.isCurrent()) guarded(stateRun, step);
        });
    }

    /** Does a step of a state run now, and says whether its attempt was not over yet. */
    boolean now(StateRun stateRun, Attempt attempt, Runnable step) {
        var inTime = new AtomicBoolean();
        context.steps().call(() -> {
            if (attempt.isOver() || !stateRun.isCurrent()) return;
            inTime.set(true);
            guarded(stateRun, step);
        });
        return inTime.get();
    }

    /** Does a step of a state run at its time, unless its attempt is over by then. */
    void at(Instant when, StateRun stateRun, Runnable step) {
        var attempt = stateRun.attempt();
        stateRun.until(when);
        attempt.add(context.timer().schedule(when, () -> later(stateRun, attempt, step)));
    }

    private void guarded(StateRun stateRun, Runnable step) {
        try {
            step.run();
        } catch (StateFailure failure) {
            fail(stateRun, failure);
        }
    }

    /**
     * Leaves a state well.
     *
     * @param standard the output where the outcome names none
     */
    void leave(StateRun stateRun, Outcome outcome, StateResult stateResult, JsonNode standard) {
        var evaluation = context.evaluator().of(stateRun, stateResult);
        var name = stateRun.state().name();
        var assigned = evaluation.optional(outcome.assign(), "Assign");
        assigned.ifPresent(values -> Payload.withinLimit(values, name));
        assigned.ifPresent(stateRun.graphRun()::checkRoom);
        var output = Payload.withinLimit(
                evaluation.optional(outcome.output(), "Output").orElse(standard), name);
        assigned.ifPresent(stateRun.graphRun()::assign);
        stateRun.endAttempt();
        context.events().exited(stateRun, output, assigned);
        outcome.next()
                .ifPresentOrElse(
                        next -> enter(stateRun.graphRun(), next, output), () -> finish(stateRun.graphRun(), output));
    }

    private void finish(GraphRun graphRun, JsonNode output) {
        graphRun.succeeded(output);
        graphRun.owner()
                .ifPresentOrElse(
                        owner -> guarded(owner, () -> behaviour(owner).childSucceeded(graphRun)),
                        () -> end.succeeded(graphRun));
    }

    /** Fails a state: it is retried, or its error caught, or its graph run fails with it. */
    void fail(StateRun stateRun, StateFailure what) {
        record(stateRun, what);
        stateRun.endAttempt();
        stateRun.failure(what.failure());
        aborter.abortChildren(stateRun);
        var recourse = new Recourse(stateRun, what.failure());
        if (retry(stateRun, recourse)) return;
        if (stateRun.state() instanceof NestingState) {
            context.events().childrenFailed(stateRun);
        }
        recourse.catcher()
                .ifPresentOrElse(
                        catcher -> handOver(stateRun, catcher, what.failure()),
                        () -> fail(stateRun.graphRun(), what.failure()));
    }

    private void record(StateRun stateRun, StateFailure what) {
        what.evaluated().ifPresent(location -> context.events().evaluationFailed(stateRun, location, what.failure()));
    }

    private void handOver(StateRun stateRun, Catcher catcher, Failure failure) {
        try {
            leave(stateRun, catcher.outcome(), StateResult.error(failure), failure.output());
        } catch (StateFailure second) {
            record(stateRun, second);
            stateRun.failure(second.failure());
            fail(stateRun.graphRun(), second.failure());
        }
    }

    private void fail(GraphRun graphRun, Failure failure) {
        graphRun.status(GraphRun.Status.FAILED);
        graphRun.owner()
                .ifPresentOrElse(
                        owner -> guarded(owner, () -> behaviour(owner).childFailed(graphRun, failure)),
                        () -> end.failed(graphRun, failure));
    }

    private boolean retry(StateRun stateRun, Recourse recourse) {
        var pause = recourse.pause(context.random());
        pause.ifPresent(length -> {
            stateRun.newAttempt();
            pause(stateRun, context.timer().now().plus(length));
        });
        return pause.isPresent();
    }

    /** Until a failed state is tried again. */
    void pause(StateRun stateRun, Instant until) {
        at(until, stateRun, () -> beginNow(stateRun));
    }
}
