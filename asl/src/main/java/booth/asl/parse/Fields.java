package booth.asl.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One object of a definition while it is read. Every accessor notes a finding instead of throwing, and remembers that
 * the field is known: what nobody asked for by {@link #rejectTheRest} is unknown.
 */
final class Fields {
    static final String EMPTY = "Value cannot be empty";

    private final JsonNode node;
    private final String path;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    Fields(JsonNode node, String path, Findings findings) {
        this.path = path;
        this.findings = findings;
        this.node = node.isObject() ? node : JsonNodeFactory.instance.objectNode();
        if (!node.isObject()) fault(Fault.INVALID_VALUE, "must be an object");
        known.add("Comment");
        text("Comment");
    }

    String path() {
        return path;
    }

    JsonNode node() {
        return node;
    }

    String at(String field) {
        return Pointer.join(path, field);
    }

    void fault(Fault fault, String message) {
        findings.add(path, fault, message);
    }

    void fault(String field, Fault fault, String message) {
        findings.add(at(field), fault, message);
    }

    Findings findings() {
        return findings;
    }

    Optional<JsonNode> value(String field) {
        known.add(field);
        return Optional.ofNullable(node.get(field));
    }

    boolean has(String field) {
        return value(field).isPresent();
    }

    Optional<String> text(String field) {
        return value(field).flatMap(value -> {
            if (value.isTextual()) return Optional.of(value.textValue());
            fault(field, Fault.INVALID_VALUE, field + " must be a string");
            return Optional.empty();
        });
    }

    /** The empty string after a finding. */
    String requiredText(String field) {
        require(field);
        return text(field).orElse("");
    }

    boolean flag(String field) {
        return value(field)
                .map(value -> {
                    if (!value.isBoolean()) fault(field, Fault.INVALID_VALUE, field + " must be true or false");
                    return value.asBoolean();
                })
                .orElse(false);
    }

    /** A literal number within bounds. */
    Optional<Double> number(String field, double least, double most) {
        return value(field).flatMap(value -> {
            if (value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most) {
                return Optional.of(value.doubleValue());
            }
            fault(field, Fault.INVALID_VALUE, field + " must be a number from " + plain(least) + " to " + plain(most));
            return Optional.empty();
        });
    }

    /** A literal whole number within bounds. */
    Optional<Integer> whole(String field, int least, int most) {
        var number = number(field, least, most);
        if (number.filter(value -> value % 1 != 0).isPresent()) {
            fault(field, Fault.INVALID_VALUE, field + " must be a whole number");
        }
        return number.map(Double::intValue);
    }

    Optional<Fields> object(String field) {
        return value(field).map(value -> new Fields(value, at(field), findings));
    }

    /** The objects of an array. */
    List<Fields> objects(String field) {
        var objects = new ArrayList<Fields>();
        elements(field)
                .forEach(value -> objects.add(new Fields(value, Pointer.join(at(field), objects.size()), findings)));
        return objects;
    }

    /** The elements of an array that, if it is there, must not be empty. */
    List<JsonNode> elements(String field) {
        var elements = new ArrayList<JsonNode>();
        value(field).ifPresent(value -> {
            value.forEach(elements::add);
            if (!value.isArray()) fault(field, Fault.INVALID_VALUE, field + " must be an array");
        });
        return elements;
    }

    void require(String field) {
        if (!has(field)) findings.require(path, field);
    }

    void rejectTheRest() {
        node.fieldNames().forEachRemaining(field -> {
            if (known.contains(field)) return;
            var sentence = JsonPathFields.SENTENCES.get(field);
            if (sentence != null) fault(field, Fault.JSONPATH_FIELD, sentence);
            else fault(field, Fault.UNKNOWN_FIELD, "there is no field " + field + " here");
        });
    }

    private static String plain(double number) {
        return number % 1 == 0 ? Long.toString((long) number) : Double.toString(number);
    }
}
