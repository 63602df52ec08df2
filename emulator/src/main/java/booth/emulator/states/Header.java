package booth.emulator.states;

import booth.asl.ExecutionIdentity;
import java.util.Optional;

/**
 * What is settled when an execution starts.
 *
 * @param revisionId the definition it runs, whatever becomes of the machine
 * @param input exactly the text it was started with
 */
record Header(
        String arn,
        String name,
        String machineArn,
        String machineName,
        String roleArn,
        String revisionId,
        String input,
        Optional<String> traceHeader) {
    ExecutionIdentity identity() {
        return new ExecutionIdentity(arn, name, machineArn, machineName, roleArn);
    }
}
