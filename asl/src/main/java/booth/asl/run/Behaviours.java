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
    private final Desk desk;
    private final Walker walker;
    private final TaskBehaviour tasks;
    private final ParallelBehaviour parallels;
    private final MapBehaviour maps;

    Behaviours(Desk desk, Walker walker) {
        this.desk = desk;
        this.walker = walker;
        tasks = new TaskBehaviour(desk, walker);
        parallels = new ParallelBehaviour(desk, walker);
        maps = new MapBehaviour(desk, walker);
    }

    /** @throws StateFailure when it fails at once */
    void begin(Visit visit) {
        var state = visit.state();
        if (visit.isRevived() && redriveChildren(visit)) return;
        if (state instanceof PassState pass) walker.leave(visit, pass.outcome(), Given.NOTHING, visit.input());
        else if (state instanceof SucceedState succeed) succeed(visit, succeed);
        else if (state instanceof FailState fail) fail(visit, fail);
        else if (state instanceof ChoiceState choice) choose(visit, choice);
        else if (state instanceof WaitState waiting) await(visit, waiting);
        else if (state instanceof TaskState task) tasks.begin(visit, task);
        else if (state instanceof ParallelState parallel) parallels.begin(visit, parallel);
        else if (state instanceof MapState map) maps.begin(visit, map);
    }

    /** Awaits again what a visit waited for when its process ended. */
    void resume(Visit visit) {
        if (visit.call().isPresent() && visit.state() instanceof TaskState task) tasks.resume(visit, task);
        visit.until().ifPresent(when -> {
            if (visit.state() instanceof WaitState waiting) await(visit, waiting, when);
            else walker.pause(visit, when);
        });
    }

    void childSucceeded(Visit owner, Strand child) {
        if (owner.state() instanceof MapState map) maps.childSucceeded(owner, map, child);
        else if (owner.state() instanceof ParallelState parallel) parallels.childSucceeded(owner, parallel, child);
    }

    void childFailed(Visit owner, Strand child, Failure failure) {
        if (owner.state() instanceof MapState map) maps.childFailed(owner, map, child, failure);
        else parallels.childFailed(owner, child, failure);
    }

    /**
     * Continues the children of a Map or Parallel that did not succeed; false where the whole state begins again:
     * it has none yet, or failed because all of their results together were too large.
     */
    private boolean redriveChildren(Visit visit) {
        boolean tooLarge = visit.failure()
                .filter(failure -> failure.is(Failure.DATA_LIMIT_EXCEEDED))
                .isPresent();
        if (tooLarge || visit.children().isEmpty()) return false;
        if (visit.state() instanceof MapState map) maps.redrive(visit, map);
        else if (visit.state() instanceof ParallelState parallel) parallels.redrive(visit, parallel);
        return true;
    }

    private void succeed(Visit visit, SucceedState state) {
        var outcome = new Outcome(Optional.empty(), state.output(), Optional.empty());
        walker.leave(visit, outcome, Given.NOTHING, visit.input());
    }

    private void fail(Visit visit, FailState state) {
        var evaluation = desk.evaluator().of(visit);
        var error = state.error().map(template -> evaluation.typed(template, "Error", "string", any -> true));
        var cause = state.cause().map(template -> evaluation.typed(template, "Cause", "string", any -> true));
        throw StateFailure.of(new Failure(error.map(JsonNode::asText), cause.map(JsonNode::asText), false));
    }

    private void choose(Visit visit, ChoiceState state) {
        var evaluation = desk.evaluator().of(visit);
        for (int i = 0; i < state.rules().size(); i++) {
            var rule = state.rules().get(i);
            var place = "Choices[" + i + "]/Condition";
            if (evaluation
                    .typed(rule.condition(), place, "boolean", any -> true)
                    .booleanValue()) {
                walker.leave(visit, rule.outcome(), Given.NOTHING, visit.input());
                return;
            }
        }
        var otherwise = state.otherwise()
                .orElseThrow(() -> StateFailure.of(Failure.of(
                        "States.NoChoiceMatched",
                        "No rule of the state '" + state.name() + "' matched, and it has no Default.")));
        walker.leave(visit, otherwise, Given.NOTHING, visit.input());
    }

    private void await(Visit visit, WaitState state) {
        var when = new WaitEnd(desk.evaluator().of(visit), desk.timer().now()).of(state);
        visit.newAttempt();
        await(visit, state, when);
    }

    private void await(Visit visit, WaitState state, Instant until) {
        walker.at(until, visit, () -> walker.leave(visit, state.outcome(), Given.NOTHING, visit.input()));
    }
}
