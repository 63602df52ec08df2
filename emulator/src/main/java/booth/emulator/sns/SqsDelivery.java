package booth.emulator.sns;

import booth.emulator.wire.Json;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** To queues: the envelope as the body, or the message itself with its attributes where delivery is raw. */
record SqsDelivery(SqsClient sqs, Links links) implements Delivery {
    @Override
    public void deliver(Subscription subscription, Notification notification) {
        String arn = subscription.endpoint();
        String queue = sqs.getQueueUrl(get -> get.queueName(arn.substring(arn.lastIndexOf(':') + 1)))
                .queueUrl();
        if (subscription.raw())
            sqs.sendMessage(send -> send.queueUrl(queue)
                    .messageBody(notification.text(Protocol.SQS))
                    .messageAttributes(attributes(notification)));
        else
            sqs.sendMessage(send -> send.queueUrl(queue)
                    .messageBody(Json.text(notification.envelope(subscription, links.unsubscribe(subscription)))));
    }

    private static Map<String, MessageAttributeValue> attributes(Notification notification) {
        Map<String, MessageAttributeValue> attributes = new TreeMap<>();
        notification.attributes().forEach((name, attribute) -> attributes.put(name, value(attribute)));
        return attributes;
    }

    private static MessageAttributeValue value(Parameters.Attribute attribute) {
        MessageAttributeValue.Builder value = MessageAttributeValue.builder().dataType(attribute.type());
        return attribute.binary()
                ? value.binaryValue(SdkBytes.fromByteArray(Base64.getDecoder().decode(attribute.value())))
                        .build()
                : value.stringValue(attribute.value()).build();
    }
}
