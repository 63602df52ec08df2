package booth.emulator.states;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Sends messages. {@code MessageGroupId} goes out for standard queues too: there it asks for a fair share. */
final class SqsTasks {
    private static final ServiceFailures FAILURES = new ServiceFailures("SQS", "AmazonSQSException", "SqsException");
    private static final Set<String> ARGUMENTS = Set.of(
            "QueueUrl", "MessageBody", "MessageGroupId", "MessageDeduplicationId", "DelaySeconds", "MessageAttributes");

    private final SqsClient sqs;

    SqsTasks(SqsClient sqs) {
        this.sqs = sqs;
    }

    JsonNode sendMessage(JsonNode input) {
        Arguments arguments = new Arguments("sqs:sendMessage", input).demandOnly(ARGUMENTS);
        SendMessageRequest.Builder message = SendMessageRequest.builder()
                .queueUrl(arguments.require("QueueUrl"))
                .messageBody(arguments.require("MessageBody"));
        arguments.set(message, "MessageGroupId", SendMessageRequest.Builder::messageGroupId);
        arguments.set(message, "MessageDeduplicationId", SendMessageRequest.Builder::messageDeduplicationId);
        arguments.find("DelaySeconds").ifPresent(delay -> message.delaySeconds(delay.asInt()));
        arguments.find("MessageAttributes").ifPresent(attributes -> message.messageAttributes(attributes(attributes)));
        SendMessageResponse answer = FAILURES.named(() -> sqs.sendMessage(message.build()));
        ObjectNode result = Json.MAPPER.createObjectNode();
        result.put("MD5OfMessageBody", answer.md5OfMessageBody());
        result.put("MessageId", answer.messageId());
        if (answer.md5OfMessageAttributes() != null)
            result.put("MD5OfMessageAttributes", answer.md5OfMessageAttributes());
        if (answer.sequenceNumber() != null) result.put("SequenceNumber", answer.sequenceNumber());
        return Metadata.write(answer, result);
    }

    private static Map<String, MessageAttributeValue> attributes(JsonNode values) {
        Map<String, MessageAttributeValue> attributes = new TreeMap<>();
        values.fields().forEachRemaining(entry -> attributes.put(entry.getKey(), attribute(entry.getValue())));
        return attributes;
    }

    private static MessageAttributeValue attribute(JsonNode value) {
        Arguments fields =
                new Arguments("MessageAttributes", value).demandOnly(Set.of("DataType", "StringValue", "BinaryValue"));
        MessageAttributeValue.Builder attribute =
                MessageAttributeValue.builder().dataType(fields.require("DataType"));
        fields.set(attribute, "StringValue", MessageAttributeValue.Builder::stringValue);
        fields.set(
                attribute,
                "BinaryValue",
                (builder, base64) -> builder.binaryValue(
                        SdkBytes.fromByteArray(Base64.getDecoder().decode(base64))));
        return attribute.build();
    }
}
