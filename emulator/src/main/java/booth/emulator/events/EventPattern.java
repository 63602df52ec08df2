package booth.emulator.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * An event pattern: every field it names must be in the event, with one of the values listed. Values are compared as JSON;
 * of the content filters, {@code prefix}, {@code suffix}, {@code exists}, {@code anything-but} of plain values and
 * {@code equals-ignore-case} are known.
 */
public final class EventPattern {
    private static final Set<String> FILTERS =
            Set.of("prefix", "suffix", "exists", "anything-but", "equals-ignore-case");

    private final JsonNode pattern;

    /** @throws IllegalArgumentException naming what the pattern uses that is not known here */
    public EventPattern(JsonNode pattern) {
        check(pattern, "");
        this.pattern = pattern;
    }

    public boolean matches(JsonNode event) {
        return matches(pattern, event);
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        return pattern.properties().stream().allMatch(field -> {
            JsonNode wanted = field.getValue();
            JsonNode value = event.path(field.getKey());
            if (wanted.isObject()) return matches(wanted, value);
            return wanted.valueStream().anyMatch(one -> accepts(one, value));
        });
    }

    /** An array in the event matches when one of its values does. */
    private static boolean accepts(JsonNode wanted, JsonNode value) {
        if (value.isArray()) return value.valueStream().anyMatch(one -> accepts(wanted, one));
        return wanted.isObject() ? filter(wanted, value) : wanted.equals(value);
    }

    private static boolean filter(JsonNode filter, JsonNode value) {
        var only = filter.properties().iterator().next();
        JsonNode argument = only.getValue();
        return switch (only.getKey()) {
            case "exists" -> argument.asBoolean() != value.isMissingNode();
            case "prefix" -> value.isTextual() && value.asText().startsWith(argument.asText());
            case "suffix" -> value.isTextual() && value.asText().endsWith(argument.asText());
            case "equals-ignore-case" -> value.isTextual() && value.asText().equalsIgnoreCase(argument.asText());
            default ->
                !value.isMissingNode()
                        && !argument.equals(value) // anything-but
                        && argument.valueStream().noneMatch(value::equals);
        };
    }

    private static void check(JsonNode pattern, String path) {
        if (!pattern.isObject()) throw new IllegalArgumentException("An event pattern is an object" + at(path));
        pattern.properties().forEach(field -> {
            String inner = path + "." + field.getKey();
            if (field.getKey().startsWith("$"))
                throw new IllegalArgumentException("Event patterns know no " + field.getKey() + " here" + at(path));
            if (field.getValue().isArray()) field.getValue().forEach(value -> checkValue(value, inner));
            else check(field.getValue(), inner);
        });
    }

    private static void checkValue(JsonNode value, String path) {
        if (value.isObject()
                && !(value.size() == 1 && FILTERS.contains(value.fieldNames().next())))
            throw new IllegalArgumentException("Event patterns know no filter " + value + " here" + at(path));
        if (value.isObject() && value.path("anything-but").isObject())
            throw new IllegalArgumentException("Event patterns know anything-but of plain values only" + at(path));
    }

    private static String at(String path) {
        return path.isEmpty() ? "." : " (at " + path.substring(1) + ").";
    }
}
