package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads one object of a resource's resolved properties and keeps account of what was read: what nobody asked for in
 * an object inside it is refused.
 */
public final class Properties {
    private final StackResource resource;
    private final String path;
    private final JsonNode json;
    private final Set<String> read = new HashSet<>();

    private Properties(StackResource resource, String path, JsonNode json) {
        this.resource = resource;
        this.path = path;
        this.json = json;
    }

    static Properties of(StackResource resource) {
        return new Properties(resource, "", resource.json());
    }

    public Optional<String> text(String name) {
        return node(name).map(JsonNode::asText);
    }

    /** @throws Unsupported when it is missing */
    public String need(String name) {
        return text(name).orElseThrow(() -> unsupported(name, "it is missing"));
    }

    public int number(String name, int otherwise) {
        return node(name).map(JsonNode::asInt).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return node(name).map(JsonNode::asBoolean).orElse(otherwise);
    }

    public Optional<JsonNode> node(String name) {
        read.add(name);
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    public List<String> texts(String name) {
        return node(name).stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .toList();
    }

    public Map<String, String> map(String name) {
        Map<String, String> map = new TreeMap<>();
        node(name)
                .ifPresent(object -> object.properties()
                        .forEach(entry ->
                                map.put(entry.getKey(), entry.getValue().asText())));
        return map;
    }

    /** Reads an object inside, and refuses what {@code reader} does not ask of it. */
    public <T> Optional<T> inside(String name, Function<Properties, T> reader) {
        return node(name).map(object -> complete(new Properties(resource, path + name + ".", object), reader));
    }

    /** Reads the objects of an array. */
    public <T> List<T> each(String name, Function<Properties, T> reader) {
        return node(name).stream()
                .flatMap(JsonNode::valueStream)
                .map(object -> complete(new Properties(resource, path + name + "[].", object), reader))
                .toList();
    }

    /** What to throw when the property is there, but cannot be had so. */
    public Unsupported unsupported(String name, String why) {
        return Unsupported.property(resource.id(), resource.type().schema().type(), path + name, why);
    }

    /** @throws Unsupported when the property is anything else than this, or missing */
    public void require(String name, String value) {
        String given = need(name);
        if (!given.equals(value)) throw unsupported(name, "it must be " + value + ", not " + given);
    }

    /** A value made of a property, whose {@link IllegalArgumentException} says what is wrong with it. */
    public <T> T valid(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw unsupported(name, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T complete(Properties inner, Function<Properties, T> reader) {
        T value = reader.apply(inner);
        inner.json.fieldNames().forEachRemaining(field -> {
            if (!inner.read.contains(field)) throw inner.unsupported(field, "");
        });
        return value;
    }
}
