package booth.garden.visitors;

import booth.core.Json;
import booth.core.Refused;
import booth.garden.taste.GuestId;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is told to the device of one guest: {@code POST /control}.
 *
 * @param type {@code text}, {@code commend}, or anything else for a score
 * @param message of a {@code text}
 * @param commend of a {@code commend}: JSON
 * @param score of anything else: 1 to 5
 * @param userId whose device it is for
 * @param requestId the client's own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Control(
        String type,
        Optional<String> message,
        Optional<String> commend,
        Optional<String> score,
        @JsonProperty("user_id") GuestId userId,
        @JsonProperty("request_id") String requestId) {
    private static final Pattern SCORE = Pattern.compile("[1-5]");

    Control {
        switch (type) {
            case "text" -> Words.require(message.orElse(""));
            case "commend" -> requireJson(commend.orElse(""));
            default -> requireScore(score.orElse(""));
        }
    }

    private static void requireJson(String text) {
        Words.require(text);
        try {
            Json.MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new Refused("INVALID_MESSAGE", "'commend' is JSON in a string.", e);
        }
    }

    private static void requireScore(String text) {
        if (!SCORE.matcher(text).matches())
            throw new Refused("INVALID_SCORE", "A score is \"1\" to \"5\", not '" + text + "'.");
    }

    /** What it is, for whoever listens. */
    String state() {
        return switch (type) {
            case "text", "commend" -> type;
            default -> "score";
        };
    }

    String words() {
        return switch (type) {
            case "text" -> message.orElseThrow();
            case "commend" -> commend.orElseThrow();
            default -> score.orElseThrow();
        };
    }
}
