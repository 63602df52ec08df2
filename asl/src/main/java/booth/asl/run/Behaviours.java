package booth.asl.run;

import booth.asl.definition.ChoiceState;
import booth.asl.definition.FailState;
import booth.asl.definition.MapState;
import booth.asl.definition.Outcome;
import booth.asl.definition.ParallelState;
import booth.asl.definition.PassState;
import booth.asl.definition.SucceedState;
import booth.asl.definition.TaskState;
import booth.asl.definition.WaitState;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** What the states of each type do; the small ones here, Task, Map and Parallel in classes of their own. */
final class Behaviours {
    private final RunContext context;
    private final Stepper stepper;
    private final TaskBehaviour tasks;
    private final ParallelBehaviour parallels;
    private final MapBehaviour maps;

    Behaviours(RunContext context, Stepper stepper) {
        this.context = context;
        this.stepper = stepper;
        tasks = new TaskBehaviour(context, stepper);
        parallels = new ParallelBehaviour(context, stepper);
        maps = new MapBehaviour(context, stepper);
    }

    /** @throws StateFailure when it fails at once */
    void begin(StateRun stateRun) {
        var state = stateRun.state();
        if (stateRun.isRedriven() && redriveChildren(stateRun)) return;
        if (state instanceof PassState pass)
            stepper.leave(stateRun, pass.outcome(), StateResult.NOTHING, stateRun.input());
        else if (state instanceof SucceedState succeed) succeed(stateRun, succeed);
        else if (state instanceof FailState fail) fail(stateRun, fail);
        else if (state instanceof ChoiceState choice) choose(stateRun, choice);
        else if (state instanceof WaitState waiting) await(stateRun, waiting);
        else if (state instanceof TaskState task) tasks.begin(stateRun, task);
        else if (state instanceof ParallelState parallel) parallels.begin(stateRun, parallel);
        else if (state instanceof MapState map) maps.begin(stateRun, map);
    }

    /** Awaits again what a state run waited for when its process ended. */
    void resume(StateRun stateRun) {
        if (stateRun.call().isPresent() && stateRun.state() instanceof TaskState task) tasks.resume(stateRun, task);
        stateRun.until().ifPresent(when -> {
            if (stateRun.state() instanceof WaitState waiting) await(stateRun, waiting, when);
            else stepper.pause(stateRun, when);
        });
    }

    void childSucceeded(StateRun owner, GraphRun child) {
        if (owner.state() instanceof MapState map) maps.childSucceeded(owner, map, child);
        else if (owner.state() instanceof ParallelState parallel) parallels.childSucceeded(owner, parallel, child);
    }

    void childFailed(StateRun owner, GraphRun child, Failure failure) {
        if (owner.state() instanceof MapState map) maps.childFailed(owner, map, child, failure);
        else parallels.childFailed(owner, child, failure);
    }

    /**
     * Continues the children of a Map or Parallel that did not succeed; false where the whole state begins again:
     * it has none yet, or failed because all of their results together were too large.
     */
    private boolean redriveChildren(StateRun stateRun) {
        boolean tooLarge = stateRun.failure()
                .filter(failure -> failure.is(Failure.DATA_LIMIT_EXCEEDED))
                .isPresent();
        if (tooLarge || stateRun.children().isEmpty()) return false;
        if (stateRun.state() instanceof MapState map) maps.redrive(stateRun, map);
        else if (stateRun.state() instanceof ParallelState parallel) parallels.redrive(stateRun, parallel);
        return true;
    }

    private void succeed(StateRun stateRun, SucceedState state) {
        var outcome = new Outcome(Optional.empty(), state.output(), Optional.empty());
        stepper.leave(stateRun, outcome, StateResult.NOTHING, stateRun.input());
    }

    private void fail(StateRun stateRun, FailState state) {
        var evaluation = context.evaluator().of(stateRun);
        var error = state.error().map(template -> evaluation.typed(template, "Error", "string", any -> true));
        var cause = state.cause().map(template -> evaluation.typed(template, "Cause", "string", any -> true));
        throw StateFailure.of(new Failure(error.map(JsonNode::asText), cause.map(JsonNode::asText), false));
    }

    private void choose(StateRun stateRun, ChoiceState state) {
        var evaluation = context.evaluator().of(stateRun);
        for (int i = 0; i < state.rules().size(); i++) {
            var rule = state.rules().get(i);
            var place = "Choices[" + i + "]/Condition";
            if (evaluation
                    .typed(rule.condition(), place, "boolean", any -> true)
                    .booleanValue()) {
                stepper.leave(stateRun, rule.outcome(), StateResult.NOTHING, stateRun.input());
                return;
            }
        }
        var otherwise = state.otherwise()
                .orElseThrow(() -> StateFailure.of(Failure.of(
                        "States.NoChoiceMatched",
                        "No rule of the state '" + state.name() + "' matched, and it has no Default.")));
        stepper.leave(stateRun, otherwise, StateResult.NOTHING, stateRun.input());
    }

    private void await(StateRun stateRun, WaitState state) {
        var when = new WaitEnd(context.evaluator().of(stateRun), context.timer().now()).of(state);
        stateRun.newAttempt();
        await(stateRun, state, when);
    }

    private void await(StateRun stateRun, WaitState state, Instant until) {
        stepper.at(
                until, stateRun, () -> stepper.leave(stateRun, state.outcome(), StateResult.NOTHING, stateRun.input()));
    }
}
