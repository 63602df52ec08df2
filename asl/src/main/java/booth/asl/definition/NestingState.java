package booth.asl.definition;

/** The states that run graphs of their own: each branch of a Parallel once, the processor of a Map once per item. */
public sealed interface NestingState extends RecoverableState permits ParallelState, MapState {
    /** The graph of one of its children. */
    Graph child(int index);

    /** Whether its children are iterations, each with an item. */
    boolean iterates();
}
