package booth.cli.deadletters;

import booth.cli.terminal.Table;
import booth.core.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Reads dead letters: S3's notifications, orders for pictures, EventBridge's events, and the events of functions. Of the
 * body only what is named here is shown: it may hold a task token, a prompt or a link.
 */
final class DeadLetterReader {
    private static final Pattern JOB_ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
    private static final int LONGEST = 160;

    private DeadLetterReader() {}

    static DeadLetter read(Message message, Instant now) {
        JsonNode body = parse(message.body());
        return new DeadLetter(jobId(body), Table.cut(event(body), LONGEST), reason(message), age(message, now));
    }

    private static JsonNode parse(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            return Json.MAPPER.missingNode();
        }
    }

    /** From where it stands in the messages we know; elsewhere 32 hexadecimal digits may mean anything. */
    private static Optional<String> jobId(JsonNode body) {
        return Stream.of("/jobId", "/detail/name", "/Records/0/s3/object/key", "/picture")
                .map(place -> JOB_ID.matcher(body.at(place).asText("")))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static String event(JsonNode body) {
        JsonNode record = body.at("/Records/0");
        if (record.has("s3"))
            return record.path("eventName").asText() + " "
                    + fileName(record.at("/s3/object/key").asText());
        if (body.has("detail-type"))
            return body.path("detail-type").asText() + " "
                    + body.at("/detail/status").asText("");
        if (body.has("index") && body.has("picture"))
            return "picture " + body.path("index").asInt();
        if (body.has("Event")) return body.path("Event").asText();
        return body.isMissingNode() ? "not JSON" : "unknown JSON";
    }

    private static String fileName(String encodedKey) {
        String key = URLDecoder.decode(encodedKey, StandardCharsets.UTF_8);
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** Functions and rules say why they failed, each in attributes of its own. */
    private static Optional<String> reason(Message message) {
        String words = Stream.of("ErrorCode", "ERROR_CODE", "ErrorMessage", "ERROR_MESSAGE")
                .flatMap(name -> Optional.ofNullable(message.messageAttributes().get(name)).stream())
                .map(attribute -> errorMessage(attribute.stringValue()))
                .collect(Collectors.joining(" "));
        return Optional.of(Table.cut(words.replaceAll("https?://\\S+", "(link)"), LONGEST))
                .filter(text -> !text.isEmpty());
    }

    /** Lambda's errors are JSON themselves. */
    private static String errorMessage(String text) {
        return parse(text).path("errorMessage").asText(text);
    }

    private static long age(Message message, Instant now) {
        String sent = attribute(message, MessageSystemAttributeName.SENT_TIMESTAMP);
        return sent.isEmpty()
                ? 0
                : Duration.between(Instant.ofEpochMilli(Long.parseLong(sent)), now)
                        .toSeconds();
    }

    private static String attribute(Message message, MessageSystemAttributeName name) {
        return message.attributes().getOrDefault(name, "");
    }
}
