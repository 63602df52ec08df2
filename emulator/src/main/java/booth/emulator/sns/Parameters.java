package booth.emulator.sns;

import booth.emulator.wire.ServiceError;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The flattened fields of a request. */
record Parameters(Map<String, String> values) {
    private static final int ARN = 6;

    static ServiceError invalid(String name, String reason) {
        return invalid(name + " Reason: " + reason);
    }

    static ServiceError invalid(String what) {
        return ServiceError.badRequest("InvalidParameter", "Invalid parameter: " + what);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String require(String name) {
        return find(name).orElseThrow(() -> invalid(name, "no value for required parameter"));
    }

    /** The ARN of a topic or subscription. */
    String arn(String name) {
        String arn = require(name);
        int elements = arn.split(":", -1).length;
        if (elements < ARN) throw invalid(name, "An ARN must have at least " + ARN + " elements, not " + elements);
        return arn;
    }

    /** {@code Attributes.entry.1.key} and {@code .value}, as a map. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 1; values.containsKey("Attributes.entry." + i + ".key"); i++)
            attributes.put(require("Attributes.entry." + i + ".key"), require("Attributes.entry." + i + ".value"));
        return attributes;
    }

    /** {@code MessageAttributes.entry.1.Name}, {@code .Value.DataType} and {@code .Value.StringValue}, as a map. */
    Map<String, Attribute> messageAttributes() {
        Map<String, Attribute> attributes = new TreeMap<>();
        for (int i = 1; values.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
            String entry = "MessageAttributes.entry." + i;
            String type = require(entry + ".Value.DataType");
            String value = find(entry + ".Value.StringValue")
                    .or(() -> find(entry + ".Value.BinaryValue"))
                    .orElseThrow(() -> invalid(entry, "neither StringValue nor BinaryValue"));
            attributes.put(require(entry + ".Name"), new Attribute(type, value));
        }
        return attributes;
    }

    /** @param value a text, or base64 where the type begins with {@code Binary} */
    record Attribute(String type, String value) {
        boolean binary() {
            return type.startsWith("Binary");
        }
    }
}
