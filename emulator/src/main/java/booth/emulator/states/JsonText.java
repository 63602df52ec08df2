package booth.emulator.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.wire.Json;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;

/** Inputs and outputs on their way in: one JSON value of at most 256 KiB, of any kind. */
final class JsonText {
    static final int MAX_LENGTH = 256 << 10;

    private JsonText() {}

    /** @throws ServiceError InvalidExecutionInput */
    static JsonNode input(String text) {
        return parsed(
                text,
                "InvalidExecutionInput",
                "Invalid State Machine Execution Input: '%s'",
                "Invalid execution input.");
    }

    /** @throws ServiceError InvalidOutput */
    static JsonNode output(String text) {
        return parsed(text, "InvalidOutput", "Invalid Output: '%s'", "Invalid output.");
    }

    private static JsonNode parsed(String text, String code, String message, String nothing) {
        if (text.getBytes(UTF_8).length > MAX_LENGTH)
            throw ServiceError.badRequest(code, message.formatted("longer than " + MAX_LENGTH + " bytes"));
        try {
            JsonNode value = Json.MAPPER
                    .reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
            if (!value.isMissingNode()) return value;
        } catch (JacksonException e) {
            throw ServiceError.badRequest(code, message.formatted(e.getOriginalMessage()));
        }
        throw ServiceError.badRequest(code, message.formatted(nothing));
    }
}
