package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What {@code Ref} and {@code Fn::GetAtt} in one template give. All of it follows from names, so that resources may mention
 * each other in any order.
 */
final class References {
    private final JsonNode parameters;
    private final Map<String, Resource> resources;
    private final Map<String, String> pseudo;
    private final Registry types;
    private final Stack stack;
    private final UnaryOperator<JsonNode> resolve;

    /** @param resolve computes the intrinsic functions in a property */
    References(Template template, Registry types, Stack stack, UnaryOperator<JsonNode> resolve) {
        this.parameters = template.json().path("Parameters");
        this.resources = template.resources().collect(Collectors.toUnmodifiableMap(Resource::id, found -> found));
        this.pseudo = Map.of(
                "AWS::AccountId", stack.account().id(),
                "AWS::Region", stack.account().region(),
                "AWS::Partition", "aws",
                "AWS::URLSuffix", "amazonaws.com",
                "AWS::StackName", stack.name(),
                "AWS::StackId", stack.id());
        this.types = types;
        this.stack = stack;
        this.resolve = resolve;
    }

    /**
     * Of a pseudo parameter, a parameter, or a resource.
     *
     * @return a missing node for {@code AWS::NoValue}
     */
    JsonNode ref(String id) {
        if (id.equals("AWS::NoValue")) return JsonNodeFactory.instance.missingNode();
        String known = pseudo.get(id);
        if (known != null) return TextNode.valueOf(known);
        JsonNode parameter = parameters.get(id);
        if (parameter != null)
            return Optional.ofNullable(parameter.get("Default"))
                    .orElseThrow(() -> new Unsupported("The parameter " + id + " has no default value."));
        Resource resource = resource(id);
        return TextNode.valueOf(types.of(resource).schema().ref(referent(resource)));
    }

    String attribute(String id, String attribute) {
        Resource resource = resource(id);
        return types.of(resource).schema().attribute(referent(resource), attribute);
    }

    /** What {@code Ref} gives; the name of a resource of which nothing is known that it could give. */
    String physicalId(Resource resource) {
        Schema schema = types.of(resource).schema();
        return schema.givesRef() ? schema.ref(referent(resource)) : stack.generatedName(resource.id());
    }

    /** The physical name of a resource. */
    String name(Resource resource) {
        Schema schema = types.of(resource).schema();
        return schema.nameProperty()
                .map(property -> resource.properties().get(property))
                .map(name -> resolve.apply(name).asText())
                .orElseGet(() -> schema.generatedName(stack.generatedName(resource.id()), resource));
    }

    private Referent referent(Resource resource) {
        return new Referent(
                resource.id(),
                name(resource),
                stack,
                property -> resolve.apply(resource.properties().path(property)).asText());
    }

    private Resource resource(String id) {
        return Optional.ofNullable(resources.get(id))
                .orElseThrow(() -> new Unsupported("The template mentions " + id + ", which it does not define."));
    }
}
