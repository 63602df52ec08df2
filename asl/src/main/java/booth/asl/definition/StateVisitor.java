package booth.asl.definition;

/**
 * Does something for each type of state. What must be done for every type is a visitor, so that a type that is new does
 * not compile before it is done for it, too.
 *
 * @param <R> what it gives
 */
public interface StateVisitor<R> {
    R pass(PassState state);

    R task(TaskState state);

    R choice(ChoiceState state);

    R await(WaitState state);

    R succeed(SucceedState state);

    R fail(FailState state);

    R parallel(ParallelState state);

    R map(MapState state);
}
