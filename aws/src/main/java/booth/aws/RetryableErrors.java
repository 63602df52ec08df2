package booth.aws;

import booth.core.Busy;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Sorts an AWS client's errors into those that pass ({@link Busy}) and all others, which rise as they are. */
public final class RetryableErrors {
    private static final int SERVER_ERROR = 500;

    private RetryableErrors() {}

    /** Does the call; throttling, outages, time-outs and broken connections come out as {@link Busy}. */
    public static <T> T asBusy(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            if (passes(e)) throw new Busy(String.valueOf(e.getMessage()), e);
            throw e;
        } catch (UncheckedIOException e) { // the JDK's client, when a connection breaks before the body was asked for
            throw new Busy(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether the same call may succeed later without anyone changing anything. */
    public static boolean passes(SdkException error) {
        if (error instanceof AwsServiceException answer)
            return answer.isThrottlingException() || answer.statusCode() >= SERVER_ERROR || answer.retryable();
        return error instanceof SdkClientException; // no answer at all: connection, time-out
    }
}
