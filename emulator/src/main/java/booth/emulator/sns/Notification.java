package booth.emulator.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One published message, in the envelope AWS puts around it. There is no signature that could be checked: the fields are
 * there and say so.
 *
 * @param perProtocol whether the message is a JSON object of texts by protocol ({@code MessageStructure=json})
 */
record Notification(
        String id,
        Topic topic,
        Optional<String> subject,
        String message,
        boolean perProtocol,
        Map<String, Parameters.Attribute> attributes,
        Instant time) {
    private static final int MAX_BYTES = 256 << 10;
    private static final int MAX_SUBJECT = 100;

    static Notification of(Topic topic, Parameters parameters) {
        String structure = parameters.find("MessageStructure").orElse("");
        if (!structure.isEmpty() && !structure.equals("json"))
            throw Parameters.invalid("MessageStructure", "only json is known, not " + structure);
        return new Notification(
                UUID.randomUUID().toString(),
                topic,
                parameters.find("Subject"),
                parameters.require("Message"),
                structure.equals("json"),
                parameters.messageAttributes(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    Notification {
        if (message.isEmpty()) throw Parameters.invalid("Empty message");
        if (message.getBytes(UTF_8).length > MAX_BYTES) throw Parameters.invalid("Message too long");
        if (subject.filter(text -> text.isEmpty() || text.length() > MAX_SUBJECT)
                .isPresent()) throw Parameters.invalid("Subject", "1 to 100 characters");
        if (perProtocol && !texts(message).path("default").isTextual())
            throw Parameters.invalid("Message Structure - No default entry in JSON message body");
    }

    /** What this protocol's subscribers read. */
    String text(Protocol protocol) {
        if (!perProtocol) return message;
        JsonNode texts = texts(message);
        return texts.path(protocol.wire()).asText(texts.path("default").asText());
    }

    /** SNS's envelope, as queues and web hooks get it. */
    ObjectNode envelope(Subscription subscription, String unsubscribeUrl) {
        ObjectNode envelope = Json.MAPPER
                .createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", id)
                .put("TopicArn", topic.arn());
        subject.ifPresent(text -> envelope.put("Subject", text));
        envelope.put("Message", text(subscription.protocol()))
                .put("Timestamp", time.toString())
                .put("SignatureVersion", "1")
                .put("Signature", "")
                .put("SigningCertURL", "")
                .put("UnsubscribeURL", unsubscribeUrl);
        if (attributes.isEmpty()) return envelope;
        ObjectNode values = envelope.putObject("MessageAttributes");
        attributes.forEach((name, attribute) ->
                values.putObject(name).put("Type", attribute.type()).put("Value", attribute.value()));
        return envelope;
    }

    private static JsonNode texts(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw Parameters.invalid("Message Structure - JSON message body failed to parse");
        }
    }
}
