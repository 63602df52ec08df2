package booth.asl.run;

import booth.asl.definition.Outcome;
import java.time.Instant;

/** What a state of one type does, from its beginning to where it leaves or waits. */
abstract class Behaviour {
    final RunContext context;
    final Stepper stepper;
    final StateRun stateRun;

    Behaviour(RunContext context, Stepper stepper, StateRun stateRun) {
        this.context = context;
        this.stepper = stepper;
        this.stateRun = stateRun;
    }

    /** @throws StateFailure when it fails at once */
    abstract void begin();

    /** Awaits again what it waited for when its process ended; here the pause before a retry. */
    void resume() {
        stateRun.until().ifPresent(this::awaitAgain);
    }

    void awaitAgain(Instant until) {
        stepper.pause(stateRun, until);
    }

    /** Its execution is redriven from here; {@link #begin} follows. */
    void redriven() {}

    /** Continues the children that did not succeed; false where the whole state is to begin again. */
    boolean redriveChildren() {
        return false;
    }

    void childSucceeded(GraphRun child) {
        throw childless();
    }

    void childFailed(GraphRun child, Failure failure) {
        throw childless();
    }

    /** Leaves with its input, or what the outcome makes of it. */
    final void leave(Outcome outcome) {
        stepper.leave(stateRun, outcome, StateResult.NOTHING, stateRun.input());
    }

    final Evaluation evaluation() {
        return context.evaluator().of(stateRun);
    }

    private IllegalStateException childless() {
        return new IllegalStateException("a " + stateRun.state().type() + " state has no children");
    }
}
