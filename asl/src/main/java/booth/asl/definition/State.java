package booth.asl.definition;

/** One state of a machine; each type has a record of its own. */
public sealed interface State permits PassState, RecoverableState, ChoiceState, WaitState, SucceedState, FailState {
    /** Unique in the whole machine, at most 80 characters. */
    String name();

    /** Has the visitor do what it does for this type. */
    <R> R accept(StateVisitor<R> visitor);

    /** What it does about errors: nothing, unless it is a {@link RecoverableState}. */
    default Recovery recovery() {
        return Recovery.NONE;
    }

    /** The name of the type as history events have it: {@code Task} in {@code TaskStateEntered}. */
    default String type() {
        var record = getClass().getSimpleName();
        return record.substring(0, record.length() - "State".length());
    }
}
