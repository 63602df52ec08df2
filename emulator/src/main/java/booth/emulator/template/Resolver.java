package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Computes the intrinsic functions of one template in one stack. */
final class Resolver {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Template template;
    private final Registry types;
    private final References references;
    private final Conditions conditions;
    private final ApiAddresses addresses;
    private final Outside outside;
    private final DynamicReferences secrets;

    Resolver(Template template, Registry types, Stack stack) {
        this.template = template;
        this.types = types;
        this.references = new References(template, types, stack, this::resolve);
        this.conditions = new Conditions(template, this::resolve);
        this.addresses = new ApiAddresses(stack);
        this.outside = stack.outside();
        this.secrets = new DynamicReferences(outside.secrets());
    }

    /** Whether the resource's condition holds. */
    boolean isThere(Resource resource) {
        return template.condition(resource.id()).map(conditions::holds).orElse(true);
    }

    /** The same resource with everything about it computed. */
    StackResource resolved(Resource resource) {
        return new StackResource(
                resource.id(),
                types.of(resource),
                references.name(resource),
                secrets.in(resource, resolve(resource.properties())));
    }

    /** What tools list that ask for the stack's resources. */
    Deployer.Made made(Resource resource) {
        return new Deployer.Made(resource.id(), references.physicalId(resource), resource.type());
    }

    /** Resolved values of the outputs whose conditions hold. */
    Map<String, String> outputs() {
        return outputs(output -> Optional.of(output.path("Value")));
    }

    /** Resolved names of the exports of outputs whose conditions hold, by the outputs' names. */
    Map<String, String> exportNames() {
        return outputs(output -> Optional.ofNullable(output.path("Export").get("Name")));
    }

    private Map<String, String> outputs(Function<JsonNode, Optional<JsonNode>> part) {
        Map<String, String> outputs = new LinkedHashMap<>();
        template.json().path("Outputs").properties().forEach(output -> {
            JsonNode condition = output.getValue().get("Condition");
            if (condition == null || conditions.holds(condition.asText()))
                part.apply(output.getValue())
                        .ifPresent(value ->
                                outputs.put(output.getKey(), resolve(value).asText()));
        });
        return outputs;
    }

    /** A copy in which no intrinsic function is left. */
    JsonNode resolve(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> add(array, resolve(item)));
            return array;
        }
        if (!node.isObject()) return node;
        if (node.size() == 1) {
            var only = node.properties().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::"))
                return function(only.getKey(), only.getValue());
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> {
            JsonNode value = resolve(entry.getValue());
            if (!value.isMissingNode()) object.set(entry.getKey(), value);
        });
        return object;
    }

    private static void add(ArrayNode array, JsonNode item) {
        if (!item.isMissingNode()) array.add(item); // a missing node is AWS::NoValue
    }

    private JsonNode function(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" -> references.ref(argument.asText());
            case "Fn::GetAtt" -> text(attribute(argument));
            case "Fn::Join" -> text(join(argument));
            case "Fn::Sub" -> text(sub(argument));
            case "Fn::Select" ->
                resolve(argument.path(1)).path(resolve(argument.path(0)).asInt());
            case "Fn::Split" -> split(argument);
            case "Fn::If" ->
                resolve(argument.path(conditions.holds(argument.path(0).asText()) ? 1 : 2));
            case "Fn::FindInMap" ->
                template.json()
                        .path("Mappings")
                        .path(resolve(argument.path(0)).asText())
                        .path(resolve(argument.path(1)).asText())
                        .path(resolve(argument.path(2)).asText());
            case "Fn::ImportValue" -> text(outside.imported(resolve(argument).asText()));
            default -> throw new Unsupported("The embedded cloud does not know the function " + name + ".");
        };
    }

    /** @param argument {@code ["Queue", "Arn"]}, whose second may be computed, or {@code "Queue.Arn"} */
    private String attribute(JsonNode argument) {
        if (argument.isArray())
            return references.attribute(
                    argument.path(0).asText(), resolve(argument.path(1)).asText());
        String[] parts = argument.asText().split("\\.", 2);
        return references.attribute(parts[0], parts.length == 1 ? "" : parts[1]);
    }

    private String join(JsonNode argument) {
        List<String> parts = new ArrayList<>();
        resolve(argument.path(1)).forEach(part -> parts.add(part.asText()));
        return addresses.reachable(String.join(argument.path(0).asText(), parts));
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    private JsonNode split(JsonNode argument) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (String part : resolve(argument.path(1))
                .asText()
                .split(Pattern.quote(argument.path(0).asText()), -1)) parts.add(part);
        return parts;
    }

    private String sub(JsonNode argument) {
        String pattern = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode own = argument.isArray() ? argument.path(1) : JsonNodeFactory.instance.objectNode();
        return addresses.reachable(VARIABLE.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(variable(found.group(1), found.group(2), own))));
    }

    private String variable(String literal, String name, JsonNode own) {
        if (!literal.isEmpty()) return "${" + name + "}";
        if (own.has(name)) return resolve(own.path(name)).asText();
        return name.contains(".") ? attribute(text(name)) : references.ref(name).asText();
    }
}
