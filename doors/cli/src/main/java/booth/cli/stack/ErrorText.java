package booth.cli.stack;

import booth.core.Busy;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What AWS answered, or that it did not, in as few words as it takes to mend it. */
final class ErrorText {
    private ErrorText() {}

    /** Whether this class has a sentence for an error; anything else is a fault of ours. */
    static boolean knows(RuntimeException error) {
        return error instanceof SdkException || error instanceof Busy;
    }

    static String of(AwsConnection connection, RuntimeException error) {
        String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        if (causedBy(error, ConnectException.class))
            return "Nothing answers at " + connection
                    + "; start the embedded cloud with 'booth up', or name a deployed stack (--stack, --profile,"
                    + " --region).";
        if (message.contains("Unable to load credentials"))
            return "There are no AWS credentials; name a profile (--profile), or set AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY.";
        if (message.contains("Unable to load region"))
            return "There is no region; name it (--region), or set AWS_REGION.";
        if (error instanceof AwsServiceException answer && answer.awsErrorDetails() != null)
            return answer.awsErrorDetails().serviceName() + " at " + connection + " answered "
                    + answer.awsErrorDetails().errorCode() + ": "
                    + answer.awsErrorDetails().errorMessage();
        return message;
    }

    private static boolean causedBy(@Nullable Throwable error, Class<? extends Exception> cause) {
        return error != null && (cause.isInstance(error) || causedBy(error.getCause(), cause));
    }
}
