package booth.asl;

/** Hears of every event of an execution, in order, before its consequences: a write-ahead journal's place. */
@FunctionalInterface
public interface HistoryListener {
    /** Called while the execution stands still; must be short, must not throw, and must not call back into the engine. */
    void recorded(Execution execution, HistoryEvent event);
}
