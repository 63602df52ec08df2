package booth.asl.run;

import booth.asl.definition.ParallelState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs branches side by side; the first that fails ends the others. */
final class ParallelBehaviour extends NestingBehaviour {
    private final ParallelState state;

    ParallelBehaviour(RunContext context, Stepper stepper, StateRun stateRun, ParallelState state) {
        super(context, stepper, stateRun);
        this.state = state;
    }

    @Override
    void begin() {
        stateRun.newAttempt();
        var input = evaluation().optional(state.arguments(), "Arguments").orElse(stateRun.input());
        Payload.withinLimit(input, state.name());
        context.events().parallelStarted(stateRun);
        stateRun.children(IntStream.range(0, state.branches().size())
                .mapToObj(index -> GraphRun.child(stateRun, state, index, Optional.empty()))
                .toList());
        for (var branch : stateRun.children()) {
            branch.lastEvent(stateRun.graphRun().lastEvent());
            stepper.start(branch, input);
        }
    }

    @Override
    void childSucceeded(GraphRun branch) {
        stateRun.graphRun().lastEvent(branch.lastEvent());
        finishIfAllSucceeded();
    }

    @Override
    void childFailed(GraphRun branch, Failure failure) {
        stateRun.graphRun().lastEvent(branch.lastEvent());
        throw StateFailure.of(failure);
    }

    @Override
    void redrive(List<GraphRun> unfinished) {
        unfinished.forEach(stepper::redrive);
        finishIfAllSucceeded();
    }

    private void finishIfAllSucceeded() {
        if (stateRun.children().stream().allMatch(branch -> branch.is(GraphRun.Status.SUCCEEDED))) finish(state);
    }
}
