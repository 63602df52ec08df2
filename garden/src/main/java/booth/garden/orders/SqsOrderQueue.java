package booth.garden.orders;

import booth.aws.RetryableErrors;
import booth.core.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The generation queue, a fair one: who sends much waits behind who sends little. */
public final class SqsOrderQueue implements OrderQueue {
    private static final String GROUP = "garden";

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsOrderQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /** Sends what SQS refuses: a message without a body. */
    @Override
    public void prime() {
        try {
            sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(""));
        } catch (SqsException e) {
            return; // as expected
        }
    }

    @Override
    public void send(GardenOrder order) {
        RetryableErrors.asBusy(() -> sqs.sendMessage(
                send -> send.queueUrl(queueUrl).messageGroupId(GROUP).messageBody(Json.text(order))));
    }
}
