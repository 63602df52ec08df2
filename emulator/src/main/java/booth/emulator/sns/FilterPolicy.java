package booth.emulator.sns;

import booth.emulator.events.EventPattern;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * Which of a topic's messages a subscription is for. Policies are event patterns, and know the filters that those know.
 *
 * @param policy as it was given
 * @param scope whether it is about a message's attributes or about its body, which must be JSON then
 */
record FilterPolicy(String policy, String scope) {
    static final String ATTRIBUTES = "MessageAttributes";
    private static final String BODY = "MessageBody";
    private static final String ARRAY = "String.Array";

    /** @throws booth.emulator.wire.ServiceError InvalidParameter, saying what is not known here */
    FilterPolicy {
        if (!Set.of(ATTRIBUTES, BODY).contains(scope))
            throw Parameters.invalid("FilterPolicyScope", "it is " + ATTRIBUTES + " or " + BODY + ", not " + scope);
        JsonNode read = read(policy);
        if (scope.equals(ATTRIBUTES) && read.valueStream().anyMatch(values -> !values.isArray()))
            throw invalid("only policies of the scope " + BODY + " have objects in objects");
        pattern(read);
    }

    /** What takes every message. */
    static FilterPolicy none() {
        return new FilterPolicy("{}", ATTRIBUTES);
    }

    FilterPolicy withPolicy(String other) {
        return new FilterPolicy(other, scope);
    }

    FilterPolicy withScope(String other) {
        return new FilterPolicy(policy, other);
    }

    /** An empty policy is none. */
    boolean chooses() {
        return !read(policy).isEmpty();
    }

    boolean takes(Notification notification) {
        JsonNode read = read(policy);
        return pattern(read)
                .matches(scope.equals(ATTRIBUTES) ? attributes(notification) : parsed(notification.message()));
    }

    private static JsonNode attributes(Notification notification) {
        ObjectNode values = Json.MAPPER.createObjectNode();
        notification.attributes().forEach((name, attribute) -> {
            if (!attribute.binary()) values.set(name, value(attribute));
        });
        return values;
    }

    /** A number is compared as it is written, 1.0 is not 1. */
    private static JsonNode value(Parameters.Attribute attribute) {
        return attribute.type().equals(ARRAY) || attribute.type().startsWith("Number")
                ? parsed(attribute.value())
                : TextNode.valueOf(attribute.value());
    }

    /** What is no JSON has nothing in it that a policy could be about. */
    private static JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode read(String policy) {
        try {
            JsonNode read = Json.MAPPER.readTree(policy);
            if (read.isObject()) return read;
        } catch (JacksonException e) {
            throw invalid("failed to parse JSON. " + e.getOriginalMessage());
        }
        throw invalid("Filter policy must be an object");
    }

    private static EventPattern pattern(JsonNode policy) {
        try {
            return new EventPattern(policy);
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static RuntimeException invalid(String why) {
        return Parameters.invalid("FilterPolicy: " + why);
    }
}
