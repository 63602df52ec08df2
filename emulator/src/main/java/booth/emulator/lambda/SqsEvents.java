package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The event in which a function receives messages of a queue. */
final class SqsEvents {
    private SqsEvents() {}

    static byte[] of(List<Message> messages, String queueArn) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        for (Message message : messages) records.add(record(message, queueArn));
        return event.toString().getBytes(UTF_8);
    }

    private static ObjectNode record(Message message, String queueArn) {
        ObjectNode record = JsonNodeFactory.instance
                .objectNode()
                .put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body());
        ObjectNode attributes = record.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        ObjectNode custom = record.putObject("messageAttributes");
        message.messageAttributes().forEach((name, value) -> custom.set(name, attribute(value)));
        return record.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", queueArn.split(":")[3]);
    }

    private static ObjectNode attribute(MessageAttributeValue value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("dataType", value.dataType());
        if (value.stringValue() != null) json.put("stringValue", value.stringValue());
        if (value.binaryValue() != null)
            json.put(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
        json.putArray("stringListValues");
        json.putArray("binaryListValues");
        return json;
    }
}
