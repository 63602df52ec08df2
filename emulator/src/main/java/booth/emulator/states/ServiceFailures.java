package booth.emulator.states;

import booth.asl.TaskFailure;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Names errors of services as Step Functions does, {@code Lambda.TooManyRequestsException}: the service, then the
 * exception's class in the old Java SDK, whose names Step Functions kept.
 *
 * @param service {@code Lambda}
 * @param other what the old SDK calls an error of the service that its model does not name, {@code AWSLambdaException}
 * @param base what this SDK calls it, {@code LambdaException}
 */
record ServiceFailures(String service, String other, String base) {
    /** @throws TaskFailure for any error of the SDK */
    <T> T named(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    private TaskFailure failure(SdkException error) {
        TaskFailure failure = new TaskFailure(service + "." + name(error), String.valueOf(error.getMessage()));
        failure.initCause(error);
        return failure;
    }

    private String name(SdkException error) {
        if (error instanceof AwsServiceException) {
            String name = error.getClass().getSimpleName();
            return name.equals(base) ? other : name;
        }
        boolean late = error instanceof ApiCallTimeoutException || error instanceof ApiCallAttemptTimeoutException;
        return late ? "ClientExecutionTimeoutException" : "SdkClientException";
    }
}
