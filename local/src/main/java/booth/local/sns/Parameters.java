package booth.local.sns;

import booth.local.wire.ServiceError;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The flattened fields of a request. */
record Parameters(Map<String, String> values) {
    static ServiceError invalid(String name, String reason) {
        return ServiceError.badRequest("InvalidParameter", "Invalid parameter: " + name + " Reason: " + reason);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String require(String name) {
        return find(name).orElseThrow(() -> invalid(name, "no value for required parameter"));
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
