package booth.linebot;

import booth.aws.RetryableErrors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A FIFO queue, which knows an event again for five minutes. */
final class SqsEventQueue implements EventQueue {
    private final SqsClient sqs;
    private final String queueUrl;

    SqsEventQueue(SqsClient sqs, String queueUrl) {
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
    public void send(String chat, String id, String event) {
        RetryableErrors.asBusy(() -> sqs.sendMessage(send ->
                send.queueUrl(queueUrl).messageBody(event).messageGroupId(chat).messageDeduplicationId(id)));
    }
}
