package booth.asl;

/** The names of an execution as {@code $states.context} shows them; the engine attaches no meaning to them. */
public record ExecutionIdentity(
        String executionArn, String executionName, String stateMachineArn, String stateMachineName, String roleArn) {
    private static final int REGION = 3;

    /** {@code us-east-1}, from the execution's ARN; empty where that is none. */
    public String region() {
        var parts = executionArn.split(":");
        return parts.length > REGION ? parts[REGION] : "";
    }
}
