package booth.asl.parse;

import java.util.List;

/** What a Map may not have here: an array given inline must be one, and nothing of the distributed kind. */
final class MapLimits {
    private static final List<String> DISTRIBUTED = List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");

    private final Fields map;

    MapLimits(Fields map) {
        this.map = map;
    }

    void check() {
        for (var field : DISTRIBUTED) {
            if (map.has(field)) {
                map.fault(
                        field,
                        Fault.UNSUPPORTED,
                        field + " belongs to distributed Maps; only inline Maps are supported");
            }
        }
        if (map.has("Iterator")) {
            map.fault("Iterator", Fault.UNSUPPORTED, "Iterator is deprecated; use ItemProcessor");
        }
        map.value("Items")
                .filter(value -> !value.isArray() && !TemplateParser.isExpression(value))
                .ifPresent(value ->
                        map.fault("Items", Fault.INVALID_VALUE, "Items must be an array or a {% JSONata %} string"));
    }

    static void checkMode(Fields config) {
        var mode = config.text("Mode").orElse("INLINE");
        if (mode.equals("DISTRIBUTED")) {
            config.fault("Mode", Fault.UNSUPPORTED, "only inline Maps are supported");
        } else if (!mode.equals("INLINE")) {
            config.fault("Mode", Fault.INVALID_VALUE, "Mode must be INLINE");
        }
        config.value("ExecutionType"); // of distributed Maps, which Mode already refused
        config.rejectTheRest();
    }
}
