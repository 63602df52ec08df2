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

/** Which states have a {@code …StateAborted} event: those that take time. */
final class AbortedEvents implements StateVisitor<Boolean> {
    @Override
    public Boolean pass(PassState state) {
        return false;
    }

    @Override
    public Boolean task(TaskState state) {
        return true;
    }

    @Override
    public Boolean choice(ChoiceState state) {
        return false;
    }

    @Override
    public Boolean await(WaitState state) {
        return true;
    }

    @Override
    public Boolean succeed(SucceedState state) {
        return false;
    }

    @Override
    public Boolean fail(FailState state) {
        return false;
    }

    @Override
    public Boolean parallel(ParallelState state) {
        return true;
    }

    @Override
    public Boolean map(MapState state) {
        return true;
    }
}
