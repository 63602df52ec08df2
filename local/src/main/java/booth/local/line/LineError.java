package booth.local.line;

import booth.core.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** No, in the words of LINE's Messaging API. */
final class LineError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String body;

    /** @param message {@code Invalid reply token} */
    LineError(int status, String message) {
        this(status, Json.MAPPER.createObjectNode().put("message", message));
    }

    private LineError(int status, JsonNode body) {
        super(body.path("message").asText());
        this.status = status;
        this.body = body.toString();
    }

    /** Something of the request's body is not as it must be. */
    static LineError of(List<Fault> faults) {
        ObjectNode body =
                Json.MAPPER.createObjectNode().put("message", "The request body has " + faults.size() + " error(s)");
        faults.forEach(fault -> body.withArray("details")
                .addObject()
                .put("message", fault.message())
                .put("property", fault.property()));
        return new LineError(400, body);
    }

    /** @param property {@code messages[0].text} */
    record Fault(String message, String property) {}

    int status() {
        return status;
    }

    String body() {
        return body;
    }
}
