package booth.linebot;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import booth.core.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.bot.parser.LineSignatureValidator;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What LINE tells: it is signed with the channel's secret, over the very bytes that were sent. Nothing is done about it
 * here; LINE waits for the answer, and each event waits in a queue.
 */
final class Webhook {
    /** LINE's ids of events are ULIDs; whatever else one may be is put into the form SQS takes. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final LineSignatureValidator validator;
    private final EventQueue queue;

    /** @param secret the channel's */
    Webhook(String secret, EventQueue queue) {
        this.validator = new LineSignatureValidator(secret.getBytes(UTF_8));
        this.queue = queue;
    }

    /**
     * @param signature of the body, in Base64
     * @return whether it was LINE's
     */
    boolean receive(Optional<String> signature, byte[] body) {
        if (signature.filter(text -> isOf(body, text)).isEmpty()) return false;
        try {
            for (JsonNode event : Json.MAPPER.readTree(body).path("events")) send(event);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
    }

    /** In constant time. */
    private boolean isOf(byte[] body, String signature) {
        try {
            return validator.validateSignature(body, signature);
        } catch (IllegalArgumentException e) { // no Base64
            return false;
        }
    }

    private void send(JsonNode event) {
        String text = event.toString();
        String id = event.path("webhookEventId").asText();
        queue.send(Sha256.hex(chat(event.path("source"))), ID.matcher(id).matches() ? id : Sha256.hex(text), text);
    }

    private static String chat(JsonNode source) {
        return Stream.of("groupId", "roomId", "userId")
                .map(name -> source.path(name).asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("nobody");
    }
}
