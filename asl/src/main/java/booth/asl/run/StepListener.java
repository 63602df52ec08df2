package booth.asl.run;

/** Hears of every step of an execution, in order, before its consequences: a write-ahead journal's place. */
@FunctionalInterface
public interface StepListener {
    /**
     * Called while the execution stands still; must be short and must not call back into the engine. Should it throw,
     * the execution stands still for ever, and goes on from its last recorded step when it is restored.
     */
    void recorded(Execution execution, Step step);
}
