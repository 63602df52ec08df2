package booth.intake;

import booth.aws.Transient;
import booth.core.ExecutionInput;
import booth.core.Json;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/**
 * Executions of Step Functions. The service takes a name once in 90 days: while the first is open it answers a second
 * start with the same execution, afterwards with {@code ExecutionAlreadyExists}; either way there is one.
 */
final class StepFunctionsExecutions implements Executions {
    private final SfnClient stepFunctions;
    private final String stateMachineArn;

    StepFunctionsExecutions(SfnClient stepFunctions, String stateMachineArn) {
        this.stepFunctions = stepFunctions;
        this.stateMachineArn = stateMachineArn;
    }

    @Override
    public void start(String name, ExecutionInput input) {
        try {
            Transient.asBusy(() -> stepFunctions.startExecution(
                    start -> start.stateMachineArn(stateMachineArn).name(name).input(Json.text(input))));
        } catch (ExecutionAlreadyExistsException e) {
            return; // that is what was wanted
        }
    }
}
