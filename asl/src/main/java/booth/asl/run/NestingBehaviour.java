package booth.asl.run;

import booth.asl.definition.RecoverableState;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** What Map and Parallel have in common: children that are redriven, and whose outputs are the result. */
abstract class NestingBehaviour extends Behaviour {
    NestingBehaviour(RunContext context, Stepper stepper, StateRun stateRun) {
        super(context, stepper, stateRun);
    }

    /** Continues the children that did not succeed, none of which runs any more. */
    abstract void redrive(List<GraphRun> unfinished);

    /**
     * {@inheritDoc} That is where it has no children yet, or failed because all of their results together were too
     * large.
     */
    @Override
    final boolean redriveChildren() {
        boolean tooLarge = stateRun.failure()
                .filter(failure -> failure.is(Failure.DATA_LIMIT_EXCEEDED))
                .isPresent();
        if (tooLarge || stateRun.children().isEmpty()) return false;
        stateRun.newAttempt();
        redrive(stateRun.children().stream()
                .filter(child -> !child.is(GraphRun.Status.SUCCEEDED))
                .toList());
        return true;
    }

    /** Leaves with the outputs of the children that succeeded. */
    final void finish(RecoverableState state) {
        var result = JsonNodeFactory.instance.arrayNode();
        stateRun.children().stream()
                .filter(child -> child.is(GraphRun.Status.SUCCEEDED))
                .forEach(child -> result.add(child.output()));
        Payload.withinLimit(result, state.name());
        context.events().childrenSucceeded(stateRun);
        stepper.leave(stateRun, state.outcome(), StateResult.result(result), result);
    }
}
