package booth.garden.visitors;

import booth.aws.RetryableErrors;
import booth.core.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The generation queue, in which the garden's portraits are a group of their own: no booth's guests wait behind them. */
final class SqsPortraitOrders implements PortraitOrders {
    private static final String GROUP = "garden-visitors";

    private final SqsClient sqs;
    private final String queueUrl;

    SqsPortraitOrders(SqsClient sqs, String queueUrl) {
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
    public void send(PortraitOrder order) {
        RetryableErrors.asBusy(() -> sqs.sendMessage(
                send -> send.queueUrl(queueUrl).messageBody(Json.text(order)).messageGroupId(GROUP)));
    }
}
