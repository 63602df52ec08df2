package booth.asl.run;

import booth.asl.definition.ChoiceState;
import booth.asl.definition.FailState;
import booth.asl.definition.MapState;
import booth.asl.definition.ParallelState;
import booth.asl.definition.PassState;
import booth.asl.definition.StateVisitor;
import booth.asl.definition.SucceedState;
import booth.asl.definition.TaskState;
import booth.asl.definition.WaitState;

/** The behaviour of a state by its type: none may be missing. */
record Behaviours(RunContext context, Stepper stepper, StateRun stateRun) implements StateVisitor<Behaviour> {
    @Override
    public Behaviour pass(PassState state) {
        return new PassBehaviour(context, stepper, stateRun, state);
    }

    @Override
    public Behaviour task(TaskState state) {
        return new TaskBehaviour(context, stepper, stateRun, state);
    }

    @Override
    public Behaviour choice(ChoiceState state) {
        return new ChoiceBehaviour(context, stepper, stateRun, state);
    }

    @Override
    public Behaviour await(WaitState state) {
        return new WaitBehaviour(context, stepper, stateRun, state);
    }

    @Override
    public Behaviour succeed(SucceedState state) {
        return new SucceedBehaviour(context, stepper, stateRun, state);
    }

    @Override
    public Behaviour fail(FailState state) {
        return new FailBehaviour(context, stepper, stateRun, state);
    }

    @Override
    public Behaviour parallel(ParallelState state) {
        return new ParallelBehaviour(context, stepper, stateRun, state);
    }

    @Override
    public Behaviour map(MapState state) {
        return new MapBehaviour(context, stepper, stateRun, state);
    }
}
