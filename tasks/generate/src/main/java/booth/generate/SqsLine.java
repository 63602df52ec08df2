package booth.generate;

import booth.aws.Transient;
import booth.core.Busy;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** An SQS queue: a message comes back when its visibility timeout is over. */
final class SqsLine implements WaitingLine {
    private final SqsClient sqs;
    private final String queueUrl;

    SqsLine(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public boolean comeBack(String receipt, Duration wait) {
        try {
            Transient.asBusy(() -> sqs.changeMessageVisibility(change ->
                    change.queueUrl(queueUrl).receiptHandle(receipt).visibilityTimeout((int) wait.toSeconds())));
            return true;
        } catch (Busy | SqsException e) {
            return false;
        }
    }
}
