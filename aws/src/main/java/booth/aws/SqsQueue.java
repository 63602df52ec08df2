package booth.aws;

import booth.core.Busy;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** An SQS queue in which messages wait: one comes back when its visibility timeout is over. */
public final class SqsQueue {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /**
     * Lets a message that was taken out come back after {@code wait}, twelve hours at most.
     *
     * @param receipt of this delivery
     * @return false when the queue would not have it; the message then comes back when its usual time is over
     */
    public boolean comeBack(String receipt, Duration wait) {
        try {
            RetryableErrors.asBusy(() -> sqs.changeMessageVisibility(change ->
                    change.queueUrl(queueUrl).receiptHandle(receipt).visibilityTimeout((int) wait.toSeconds())));
            return true;
        } catch (Busy | SqsException e) {
            return false;
        }
    }
}
