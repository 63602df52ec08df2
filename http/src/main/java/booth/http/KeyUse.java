package booth.http;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether an operation takes a booth's key. */
enum KeyUse {
    NONE,
    /** A key that is sent must be a good one, and its booth is the one that asks. */
    OPTIONAL,
    REQUIRED;

    /** @param security as OpenAPI has it: a list of ways to be let in, of which an empty one lets in everybody */
    static KeyUse of(JsonNode security) {
        if (security.isEmpty()) return NONE;
        for (JsonNode way : security) if (way.isEmpty()) return OPTIONAL;
        return REQUIRED;
    }
}
