package booth.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of one scope: it reads those of the scopes around it, and writes only its own. */
final class Variables {
    private final Optional<Variables> outer;
    private final Map<String, JsonNode> own = new LinkedHashMap<>();
    private long bytes;

    private Variables(Optional<Variables> outer) {
        this.outer = outer;
    }

    static Variables outermost() {
        return new Variables(Optional.empty());
    }

    Variables inner() {
        return new Variables(Optional.of(this));
    }

    Map<String, JsonNode> visible() {
        var visible = outer.map(Variables::visible).orElseGet(LinkedHashMap::new);
        visible.putAll(own);
        return visible;
    }

    void assign(JsonNode values) {
        values.fields().forEachRemaining(value -> assign(value.getKey(), value.getValue()));
    }

    void assign(String name, JsonNode value) {
        bytes += growth(name, value);
        own.put(name, value);
    }

    /** How many more bytes its values take once these are assigned. */
    long growth(JsonNode values) {
        return values.properties().stream()
                .mapToLong(value -> growth(value.getKey(), value.getValue()))
                .sum();
    }

    private long growth(String name, JsonNode value) {
        var before = own.get(name);
        return Payload.bytes(value) - (before == null ? 0 : Payload.bytes(before));
    }

    /** The bytes of its own values. */
    long bytes() {
        return bytes;
    }
}
