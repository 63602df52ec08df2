package booth.cdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import software.constructs.Node;

/**
 * Typed reading of the CDK context. A value comes as JSON from {@code cdk.json} and as text from {@code -c name=value};
 * both are understood: a list may be written as a JSON array, or, where its items hold no commas, with commas.
 */
record ContextReader(Node node) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    String text(String name) {
        return textIfSet(name).orElseThrow(() -> missing(name));
    }

    /** Empty also where the value is an empty text. */
    Optional<String> textIfSet(String name) {
        return Optional.ofNullable(node.tryGetContext(name))
                .map(String::valueOf)
                .filter(text -> !text.isBlank());
    }

    int number(String name) {
        return numberIfSet(name).orElseThrow(() -> missing(name));
    }

    /** Empty also where the value is an empty text. */
    Optional<Integer> numberIfSet(String name) {
        return textIfSet(name).map(text -> number(name, text));
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Setting " + name + " must be a whole number, not '" + text + "'.", e);
        }
    }

    double decimal(String name) {
        String text = text(name);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Setting " + name + " must be a number, not '" + text + "'.", e);
        }
    }

    boolean flag(String name) {
        String text = text(name);
        if (!text.equals("true") && !text.equals("false"))
            throw new IllegalArgumentException("Setting " + name + " must be true or false, not '" + text + "'.");
        return text.equals("true");
    }

    List<String> texts(String name) {
        Object value = node.tryGetContext(name);
        if (value == null) throw missing(name);
        if (value instanceof List<?> list)
            return list.stream().map(String::valueOf).toList();
        String text = String.valueOf(value).strip();
        return text.startsWith("[")
                ? array(name, text)
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** The same without the empty ones: a list may be left empty. */
    List<String> names(String name) {
        return texts(name).stream().filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> array(String name, String text) {
        try {
            return StreamSupport.stream(MAPPER.readValue(text, ArrayNode.class).spliterator(), false)
                    .map(item -> item.asText())
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Setting " + name + " is no JSON array: " + e.getOriginalMessage(), e);
        }
    }

    static String json(List<String> texts) {
        return MAPPER.valueToTree(texts).toString();
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(
                "Setting " + name + " is missing from the context; cdk.json has the defaults.");
    }
}
