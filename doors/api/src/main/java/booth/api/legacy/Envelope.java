package booth.api.legacy;

import booth.core.Json;
import java.util.Optional;

/**
 * How some routes of existing clients answer: the answer proper is JSON inside a string, beside a status of its own.
 *
 * @param body JSON
 */
record Envelope(int statusCode, String body, Optional<Boolean> isBase64Encoded) {
    static Envelope of(Object inner) {
        return new Envelope(200, Json.text(inner), Optional.empty());
    }

    /** The form that says of its body that it is text. */
    static Envelope ofText(Object inner) {
        return new Envelope(200, Json.text(inner), Optional.of(false));
    }
}
