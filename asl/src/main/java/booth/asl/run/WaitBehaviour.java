package booth.asl.run;

import booth.asl.definition.WaitState;
import java.time.Instant;

/** Waits for a time or until one, and holds no thread meanwhile. */
final class WaitBehaviour extends Behaviour {
    private final WaitState state;

    WaitBehaviour(RunContext context, Stepper stepper, StateRun stateRun, WaitState state) {
        super(context, stepper, stateRun);
        this.state = state;
    }

    @Override
    void begin() {
        var until = new WaitEnd(evaluation(), context.timer().now()).of(state);
        stateRun.newAttempt();
        awaitAgain(until);
    }

    @Override
    void awaitAgain(Instant until) {
        stepper.at(until, stateRun, () -> leave(state.outcome()));
    }
}
