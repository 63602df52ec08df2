package booth.emulator.states;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Logging and tracing of a machine: kept and shown as they were set; there is no log group to write to here. */
final class Configurations {
    private static final String LOGGING = "loggingConfiguration";
    private static final String TRACING = "tracingConfiguration";

    private Configurations() {}

    private enum Level {
        ALL,
        ERROR,
        FATAL,
        OFF
    }

    /** @throws ServiceError InvalidLoggingConfiguration unless there is one destination, or none and nothing to log */
    static ObjectNode logging(Request request) {
        ObjectNode whole = Wire.object().put("level", Level.OFF.name()).put("includeExecutionData", false);
        if (!(request.body().path(LOGGING) instanceof ObjectNode set)) return whole;
        Level level = new Request(set).oneOf("level", Level.class).orElse(Level.OFF);
        int destinations = set.path("destinations").size();
        if (destinations > 1 || destinations == 0 && level != Level.OFF)
            throw ServiceError.badRequest(
                    "InvalidLoggingConfiguration",
                    "Invalid Logging Configuration: Must specify exactly one Log Destination.");
        whole.setAll(set);
        return whole;
    }

    static ObjectNode tracing(Request request) {
        return request.body().path(TRACING) instanceof ObjectNode set
                ? set.deepCopy()
                : Wire.object().put("enabled", false);
    }

    static boolean named(Request request) {
        return isSet(request, LOGGING) || isSet(request, TRACING);
    }

    /** The machine with what the request names, and the rest as it was. */
    static Machine applied(Request request, Machine machine) {
        return machine.withConfiguration(
                isSet(request, LOGGING) ? logging(request) : machine.logging(),
                isSet(request, TRACING) ? tracing(request) : machine.tracing());
    }

    static ObjectNode write(Machine machine, ObjectNode answer) {
        answer.set(LOGGING, machine.logging());
        answer.set(TRACING, machine.tracing());
        answer.putObject("encryptionConfiguration").put("type", "AWS_OWNED_KEY");
        return answer;
    }

    private static boolean isSet(Request request, String field) {
        JsonNode value = request.body().path(field);
        return value.isObject();
    }
}
