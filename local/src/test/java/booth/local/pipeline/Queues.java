package booth.local.pipeline;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues by their URLs. */
public final class Queues implements AutoCloseable {
    private final SqsClient sqs;

    Queues(SqsClient sqs) {
        this.sqs = sqs;
    }

    String create(String name) {
        return sqs.createQueue(create -> create.queueName(name)).queueUrl();
    }

    String arn(String url) {
        return attribute(url, QUEUE_ARN);
    }

    public void send(String url, String body) {
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
    }

    /** Takes out what there is; waits a second for the first. */
    List<Message> drain(String url) {
        List<Message> messages = sqs.receiveMessage(
                        receive -> receive.queueUrl(url).waitTimeSeconds(1).maxNumberOfMessages(10))
                .messages();
        messages.forEach(
                message -> sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
        return messages;
    }

    /** Nothing lies in it, and nobody holds anything he took from it. */
    public boolean empty(String url) {
        return visible(url) == 0 && held(url) == 0;
    }

    int visible(String url) {
        return Integer.parseInt(attribute(url, APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    /** Taken out and neither deleted nor back. */
    int held(String url) {
        return Integer.parseInt(attribute(url, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    /** A setting of a queue that is put back when it is closed. */
    interface Change extends AutoCloseable {
        @Override
        void close();
    }

    /** A message comes back so soon after it was taken out. */
    Change comeBackAfter(String url, Duration visibility) {
        return set(url, VISIBILITY_TIMEOUT, String.valueOf(visibility.toSeconds()));
    }

    /** A message may be taken out so often, then it is a dead letter. */
    Change giveUpAfter(String url, int deliveries, String deadLetters) {
        return set(
                url,
                REDRIVE_POLICY,
                "{\"maxReceiveCount\":" + deliveries + ",\"deadLetterTargetArn\":\"" + arn(deadLetters) + "\"}");
    }

    private Change set(String url, QueueAttributeName name, String value) {
        String before = attribute(url, name);
        sqs.setQueueAttributes(set -> set.queueUrl(url).attributes(Map.of(name, value)));
        return () -> sqs.setQueueAttributes(set -> set.queueUrl(url).attributes(Map.of(name, before)));
    }

    private String attribute(String url, QueueAttributeName name) {
        return Objects.requireNonNull(
                sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(name))
                        .attributes()
                        .get(name));
    }

    @Override
    public void close() {
        sqs.close();
    }
}
