package booth.asl.definition;

/** One state of a machine; each type has a record of its own. */
public sealed interface State permits PassState, RecoverableState, ChoiceState, WaitState, SucceedState, FailState {
    /** Unique in the whole machine, at most 80 characters. */
    String name();

    /** The name of the type as history events have it: {@code Task} in {@code TaskStateEntered}. */
    default String type() {
        var record = getClass().getSimpleName();
        return record.substring(0, record.length() - "State".length());
    }
}
