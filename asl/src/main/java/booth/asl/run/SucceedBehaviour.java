package booth.asl.run;

import booth.asl.definition.Outcome;
import booth.asl.definition.SucceedState;
import java.util.Optional;

/** Ends its graph run well. */
final class SucceedBehaviour extends Behaviour {
    private final SucceedState state;

    SucceedBehaviour(RunContext context, Stepper stepper, StateRun stateRun, SucceedState state) {
        super(context, stepper, stateRun);
        this.state = state;
    }

    @Override
    void begin() {
        leave(new Outcome(Optional.empty(), state.output(), Optional.empty()));
    }
}
