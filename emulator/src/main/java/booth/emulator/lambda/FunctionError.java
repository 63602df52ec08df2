package booth.emulator.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;

/** The JSON in which Lambda's Java runtime reports that a function failed. */
final class FunctionError {
    private static final int FRAMES = 40;
    private static final int CAUSES = 5;

    private FunctionError() {}

    /** {@code errorMessage}, {@code errorType} (the class name that state machines match), {@code stackTrace}, {@code cause}. */
    static ObjectNode of(Throwable error) {
        return of(error, CAUSES);
    }

    static ObjectNode timedOut(String requestId, Duration timeout) {
        String seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
        return JsonNodeFactory.instance
                .objectNode()
                .put("errorType", "Sandbox.Timedout")
                .put(
                        "errorMessage",
                        "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds");
    }

    private static ObjectNode of(Throwable error, int causes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("errorMessage", error.getMessage());
        json.put("errorType", error.getClass().getName());
        ArrayNode trace = json.putArray("stackTrace");
        StackTraceElement[] frames = error.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) trace.add(frames[i].toString());
        Throwable cause = error.getCause();
        if (cause != null && cause != error && causes > 0) json.set("cause", of(cause, causes - 1));
        return json;
    }
}
