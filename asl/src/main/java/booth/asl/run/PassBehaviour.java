package booth.asl.run;

import booth.asl.definition.PassState;

/** Hands its input on, or its {@code Output}. */
final class PassBehaviour extends Behaviour {
    private final PassState state;

    PassBehaviour(RunContext context, Stepper stepper, StateRun stateRun, PassState state) {
        super(context, stepper, stateRun);
        this.state = state;
    }

    @Override
    void begin() {
        leave(state.outcome());
    }
}
