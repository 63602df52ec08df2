package booth.asl;

/** The names of an execution as {@code $states.context} shows them; the engine attaches no meaning to them. */
public record ExecutionIdentity(
        String executionArn, String executionName, String stateMachineArn, String stateMachineName, String roleArn) {}
