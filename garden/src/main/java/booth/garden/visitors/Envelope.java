package booth.garden.visitors;

import booth.core.Json;

/**
 * How some routes of existing clients answer: the answer proper is JSON inside a string, beside a status of its own.
 *
 * @param body JSON
 */
record Envelope(int statusCode, String body) {
    static Envelope of(Object inner) {
        return new Envelope(200, Json.text(inner));
    }
}
