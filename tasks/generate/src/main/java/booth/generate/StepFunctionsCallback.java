package booth.generate;

import booth.aws.RetryableErrors;
import booth.core.Json;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Calls back executions of Step Functions. */
final class StepFunctionsCallback implements TaskCallback {
    private final SfnClient stepFunctions;

    StepFunctionsCallback(SfnClient stepFunctions) {
        this.stepFunctions = stepFunctions;
    }

    /** Answers a branch that never was. */
    @Override
    public void prime() {
        fail("never", new Failure("never", "never"));
    }

    @Override
    public boolean succeed(String token, Generate.Result result) {
        return heard(() ->
                stepFunctions.sendTaskSuccess(answer -> answer.taskToken(token).output(Json.text(result))));
    }

    @Override
    public boolean fail(String token, Failure failure) {
        return heard(() -> stepFunctions.sendTaskFailure(
                answer -> answer.taskToken(token).error(failure.errorType()).cause(failure.cause())));
    }

    private static boolean heard(Supplier<?> answer) {
        try {
            RetryableErrors.asBusy(answer);
            return true;
        } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
            return false; // the branch was answered before, timed out, or went with its execution
        }
    }
}
