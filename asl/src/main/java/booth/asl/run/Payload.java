package booth.asl.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** JSON as text, and AWS's limits on it, in bytes of UTF-8. */
final class Payload {
    /** Of an input, a result, an output, a variable, and all that one Assign assigns. */
    static final int LIMIT = 256 * 1024;
    /** Of all variables that an execution holds. */
    static final int MOST_VARIABLES = 10 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Payload() {}

    static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree always has a text", impossible);
        }
    }

    /** What {@link #text} wrote. */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The length of its text in UTF-8. */
    static int bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8).length;
    }

    static boolean isTooLarge(JsonNode node) {
        return bytes(node) > LIMIT;
    }

    /** @param who the state or task that gave it */
    static JsonNode withinLimit(JsonNode node, String who) {
        if (isTooLarge(node)) throw StateFailure.of(tooLarge(who));
        return node;
    }

    static Failure tooLarge(String who) {
        return Failure.of(
                Failure.DATA_LIMIT_EXCEEDED,
                "The state/task '" + who
                        + "' returned a result with a size exceeding the maximum number of bytes service limit.");
    }
}
