package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads one object of a resource's resolved properties and keeps account of what was read: what nobody asked for in
 * an object inside it is refused.
 */
final class Properties {
    private final Resource resource;
    private final String path;
    private final JsonNode json;
    private final Set<String> read = new HashSet<>();

    private Properties(Resource resource, String path, JsonNode json) {
        this.resource = resource;
        this.path = path;
        this.json = json;
    }

    /** The properties of a resource; which of them may be there is {@link Support}'s to say. */
    static Properties of(Resource resource) {
        return new Properties(resource, "", resource.properties());
    }

    Optional<String> text(String name) {
        return node(name).map(JsonNode::asText);
    }

    String need(String name) {
        return text(name).orElseThrow(() -> Unsupported.property(resource, path + name, "it is missing"));
    }

    int number(String name, int otherwise) {
        return node(name).map(JsonNode::asInt).orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return node(name).map(JsonNode::asBoolean).orElse(otherwise);
    }

    Optional<JsonNode> node(String name) {
        read.add(name);
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    List<String> texts(String name) {
        return node(name).stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .toList();
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new TreeMap<>();
        node(name)
                .ifPresent(object -> object.properties()
                        .forEach(entry ->
                                map.put(entry.getKey(), entry.getValue().asText())));
        return map;
    }

    /** Reads an object inside, and refuses what {@code reader} does not ask of it. */
    <T> Optional<T> inside(String name, Function<Properties, T> reader) {
        return node(name).map(object -> complete(new Properties(resource, path + name + ".", object), reader));
    }

    /** Reads the objects of an array. */
    <T> List<T> each(String name, Function<Properties, T> reader) {
        return node(name).stream()
                .flatMap(JsonNode::valueStream)
                .map(object -> complete(new Properties(resource, path + name + "[].", object), reader))
                .toList();
    }

    Unsupported unsupported(String name, String why) {
        return Unsupported.property(resource, path + name, why);
    }

    private static <T> T complete(Properties inner, Function<Properties, T> reader) {
        T value = reader.apply(inner);
        inner.json.fieldNames().forEachRemaining(field -> {
            if (!inner.read.contains(field)) throw inner.unsupported(field, "");
        });
        return value;
    }
}
