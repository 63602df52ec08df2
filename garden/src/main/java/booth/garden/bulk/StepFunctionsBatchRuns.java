package booth.garden.bulk;

import booth.aws.RetryableErrors;
import booth.aws.StepFunctionsExecutions;
import booth.core.Json;
import booth.core.job.Executions;
import booth.core.operating.Cancel;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** Executions of the batches' state machine in Step Functions. */
public final class StepFunctionsBatchRuns implements BatchRuns {
    private final SfnClient stepFunctions;
    private final String stateMachineArn;
    private final StepFunctionsExecutions executions;

    public StepFunctionsBatchRuns(SfnClient stepFunctions, String stateMachineArn) {
        this.stepFunctions = stepFunctions;
        this.stateMachineArn = stateMachineArn;
        this.executions = new StepFunctionsExecutions(stepFunctions, stateMachineArn);
    }

    @Override
    public void prime() {
        executions.prime();
    }

    @Override
    public void start(String name, Input input) {
        try {
            RetryableErrors.asBusy(() -> stepFunctions.startExecution(
                    start -> start.stateMachineArn(stateMachineArn).name(name).input(Json.text(input))));
        } catch (ExecutionAlreadyExistsException e) {
            return; // that is what was wanted
        }
    }

    @Override
    public Optional<Executions.State> state(String name) {
        return executions.find(name).map(Executions.Run::state);
    }

    @Override
    public void stop(String name) {
        executions.stop(name, Cancel.ERROR, "A gardener canceled the batch.");
    }
}
