package booth.emulator.lambda;

import java.time.Duration;

/**
 * A queue that feeds a function.
 *
 * @param id UUID of the mapping
 * @param function name or ARN
 * @param batch most messages in one event; above 10 only with a window
 * @param window how long to gather a batch
 * @param concurrency most events at once
 * @param reportsItems whether the function names the messages it failed on ({@code ReportBatchItemFailures}); otherwise a
 *     batch succeeds or fails as a whole
 */
public record EventSource(
        String id,
        String queueArn,
        String queueUrl,
        String function,
        int batch,
        Duration window,
        int concurrency,
        boolean reportsItems) {
    private static final int RECEIVE_LIMIT = 10;

    public EventSource {
        function = FunctionName.of(function);
        if (batch < 1 || batch > RECEIVE_LIMIT && window.isZero())
            throw new IllegalArgumentException("The event source of " + function + " wants batches of " + batch
                    + "; without a batching window 1 to 10 are possible.");
        if (concurrency < 1)
            throw new IllegalArgumentException("The event source of " + function + " allows no event at once.");
    }
}
