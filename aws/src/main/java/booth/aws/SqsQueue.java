package booth.aws;

import booth.core.Busy;
import booth.core.function.MessageVisibility;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** An SQS queue: a message is delivered again when its visibility timeout is over. */
public final class SqsQueue implements MessageVisibility {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /** Delays the retry of a message that never was. */
    @Override
    public void prime() {
        delayRetry("never", Duration.ZERO);
    }

    @Override
    public boolean delayRetry(String receipt, Duration delay) {
        try {
            RetryableErrors.asBusy(() -> sqs.changeMessageVisibility(change ->
                    change.queueUrl(queueUrl).receiptHandle(receipt).visibilityTimeout((int) delay.toSeconds())));
            return true;
        } catch (Busy | SqsException e) {
            return false;
        }
    }
}
