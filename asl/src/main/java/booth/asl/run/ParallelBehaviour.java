package booth.asl.run;

import booth.asl.definition.ParallelState;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.IntStream;

/** Runs branches side by side; the first that fails ends the others. */
final class ParallelBehaviour {
    private final RunContext context;
    private final Stepper stepper;

    ParallelBehaviour(RunContext context, Stepper stepper) {
        this.context = context;
        this.stepper = stepper;
    }

    void begin(StateRun stateRun, ParallelState state) {
        stateRun.newAttempt();
        var input = context.evaluator()
                .of(stateRun)
                .optional(state.arguments(), "Arguments")
                .orElse(stateRun.input());
        Payload.withinLimit(input, state.name());
        context.events().parallelStarted(stateRun);
        stateRun.children(IntStream.range(0, state.branches().size())
                .mapToObj(index -> GraphRun.branch(state.branches().get(index), stateRun, index))
                .toList());
        for (var branch : stateRun.children()) {
            branch.lastEvent(stateRun.graphRun().lastEvent());
            stepper.start(branch, input);
        }
    }

    void childSucceeded(StateRun stateRun, ParallelState state, GraphRun branch) {
        stateRun.graphRun().lastEvent(branch.lastEvent());
        finishIfAllSucceeded(stateRun, state);
    }

    void childFailed(StateRun stateRun, GraphRun branch, Failure failure) {
        stateRun.graphRun().lastEvent(branch.lastEvent());
        throw StateFailure.of(failure);
    }

    void redrive(StateRun stateRun, ParallelState state) {
        stateRun.newAttempt();
        stateRun.children().stream()
                .filter(branch -> !branch.is(GraphRun.Status.SUCCEEDED))
                .forEach(stepper::redrive);
        finishIfAllSucceeded(stateRun, state);
    }

    private void finishIfAllSucceeded(StateRun stateRun, ParallelState state) {
        if (!stateRun.children().stream().allMatch(branch -> branch.is(GraphRun.Status.SUCCEEDED))) return;
        var result = JsonNodeFactory.instance.arrayNode();
        stateRun.children().forEach(branch -> result.add(branch.output()));
        Payload.withinLimit(result, state.name());
        context.events().childrenSucceeded(stateRun);
        stepper.leave(stateRun, state.outcome(), StateResult.result(result), result);
    }
}
