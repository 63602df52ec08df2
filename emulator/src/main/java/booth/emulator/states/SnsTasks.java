package booth.emulator.states;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** Publishes to topics. */
final class SnsTasks {
    private static final ServiceFailures FAILURES = new ServiceFailures("SNS", "AmazonSNSException", "SnsException");
    private static final Set<String> ARGUMENTS =
            Set.of("TopicArn", "TargetArn", "Message", "Subject", "MessageStructure", "MessageAttributes");

    private final SnsClient sns;

    SnsTasks(SnsClient sns) {
        this.sns = sns;
    }

    JsonNode publish(JsonNode input) {
        Arguments arguments = new Arguments("sns:publish", input).demandOnly(ARGUMENTS);
        PublishRequest.Builder message = PublishRequest.builder().message(arguments.require("Message"));
        arguments.set(message, "TopicArn", PublishRequest.Builder::topicArn);
        arguments.set(message, "TargetArn", PublishRequest.Builder::targetArn);
        arguments.set(message, "Subject", PublishRequest.Builder::subject);
        arguments.set(message, "MessageStructure", PublishRequest.Builder::messageStructure);
        arguments.find("MessageAttributes").ifPresent(attributes -> message.messageAttributes(attributes(attributes)));
        PublishResponse answer = FAILURES.named(() -> sns.publish(message.build()));
        ObjectNode result = Json.MAPPER.createObjectNode();
        result.put("MessageId", answer.messageId());
        return Metadata.write(answer, result);
    }

    private static Map<String, MessageAttributeValue> attributes(JsonNode values) {
        Map<String, MessageAttributeValue> attributes = new TreeMap<>();
        values.fields().forEachRemaining(entry -> {
            Arguments fields =
                    new Arguments("MessageAttributes", entry.getValue()).demandOnly(Set.of("DataType", "StringValue"));
            attributes.put(
                    entry.getKey(),
                    MessageAttributeValue.builder()
                            .dataType(fields.require("DataType"))
                            .stringValue(fields.require("StringValue"))
                            .build());
        });
        return attributes;
    }
}
