package booth.notify;

import booth.aws.Transient;
import booth.core.Busy;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** An SQS queue whose message comes back after a second instead of its visibility timeout. */
final class SqsLater implements Later {
    private static final int SECONDS = 1;

    private final SqsClient sqs;
    private final String queueUrl;

    SqsLater(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    @SuppressWarnings("EmptyCatch") // the message comes back anyway, only later
    public void again(String receipt) {
        try {
            Transient.asBusy(() -> sqs.changeMessageVisibility(
                    change -> change.queueUrl(queueUrl).receiptHandle(receipt).visibilityTimeout(SECONDS)));
        } catch (Busy | SqsException e) {
            // as promised
        }
    }
}
