package booth.asl.definition;

/** The states that may have {@code Retry} and {@code Catch}, and whose result is {@code $states.result}. */
public sealed interface RecoverableState extends State permits TaskState, NestingState {
    @Override
    Recovery recovery();

    Outcome outcome();
}
