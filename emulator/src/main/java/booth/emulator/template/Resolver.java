package booth.emulator.template;

import booth.emulator.account.Account;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Computes the intrinsic functions of one template, for one account and one set of physical names. */
final class Resolver {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Template template;
    private final PhysicalNames names;
    private final Map<String, Resource> resources;
    private final Map<String, String> pseudo;

    Resolver(Template template, PhysicalNames names, Account account) {
        this.template = template;
        this.names = names;
        this.resources = template.resources()
                .collect(Collectors.toMap(Resource::id, resource -> resource, (a, b) -> a, LinkedHashMap::new));
        this.pseudo = Map.of(
                "AWS::AccountId", account.id(),
                "AWS::Region", account.region(),
                "AWS::Partition", "aws",
                "AWS::URLSuffix", "amazonaws.com",
                "AWS::StackName", template.stack(),
                "AWS::StackId", PhysicalNames.stackId(account, template.stack()));
    }

    Template template() {
        return template;
    }

    /** Every resource whose condition holds, its properties still unresolved. */
    List<Resource> resources() {
        return resources.values().stream()
                .filter(resource ->
                        template.condition(resource.id()).map(this::holds).orElse(true))
                .toList();
    }

    /** The same resource with resolved properties. */
    Resource resolved(Resource resource) {
        return new Resource(resource.id(), resource.type(), resolve(resource.properties()));
    }

    String name(Resource resource) {
        return PhysicalNames.nameProperty(resource.type())
                .map(property -> resource.properties().get(property))
                .map(name -> resolve(name).asText())
                .orElseGet(() -> names.generated(resource));
    }

    /** Resolved values of the outputs whose conditions hold. */
    Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        template.json().path("Outputs").properties().forEach(output -> {
            JsonNode condition = output.getValue().get("Condition");
            if (condition == null || holds(condition.asText()))
                outputs.put(
                        output.getKey(),
                        resolve(output.getValue().path("Value")).asText());
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
            case "Ref" -> ref(argument.asText());
            case "Fn::GetAtt" -> getAtt(argument);
            case "Fn::Join" -> text(join(argument));
            case "Fn::Sub" -> text(sub(argument));
            case "Fn::Select" ->
                resolve(argument.path(1)).path(resolve(argument.path(0)).asInt());
            case "Fn::Split" -> split(argument);
            case "Fn::If" -> resolve(argument.path(holds(argument.path(0).asText()) ? 1 : 2));
            case "Fn::FindInMap" ->
                template.json()
                        .path("Mappings")
                        .path(resolve(argument.path(0)).asText())
                        .path(resolve(argument.path(1)).asText())
                        .path(resolve(argument.path(2)).asText());
            default -> throw new Unsupported("The embedded cloud does not know the function " + name + ".");
        };
    }

    private JsonNode ref(String id) {
        if (id.equals("AWS::NoValue")) return JsonNodeFactory.instance.missingNode();
        String known = pseudo.get(id);
        if (known != null) return text(known);
        JsonNode parameter = template.json().path("Parameters").get(id);
        if (parameter != null)
            return Optional.ofNullable(parameter.get("Default"))
                    .orElseThrow(() -> new Unsupported("The parameter " + id + " has no default value."));
        Resource resource = resource(id);
        return text(names.ref(
                resource,
                name(resource),
                property -> resolve(resource.properties().path(property)).asText()));
    }

    private JsonNode getAtt(JsonNode argument) {
        String id = argument.isArray()
                ? argument.path(0).asText()
                : argument.asText().replaceFirst("\\..*", "");
        String attribute = argument.isArray()
                ? resolve(argument.path(1)).asText()
                : argument.asText().substring(id.length() + 1);
        Resource resource = resource(id);
        return text(names.attribute(resource, name(resource), attribute));
    }

    private Resource resource(String id) {
        return Optional.ofNullable(resources.get(id))
                .orElseThrow(() -> new Unsupported("The template mentions " + id + ", which it does not define."));
    }

    private String join(JsonNode argument) {
        List<String> parts = new ArrayList<>();
        resolve(argument.path(1)).forEach(part -> parts.add(part.asText()));
        return names.reachable(String.join(argument.path(0).asText(), parts));
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
        return names.reachable(VARIABLE.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(variable(found.group(1), found.group(2), own))));
    }

    private String variable(String literal, String name, JsonNode own) {
        if (!literal.isEmpty()) return "${" + name + "}";
        if (own.has(name)) return resolve(own.path(name)).asText();
        boolean attribute = name.contains(".") && !pseudo.containsKey(name);
        return (attribute ? getAtt(text(name)) : ref(name)).asText();
    }

    private boolean holds(String condition) {
        JsonNode rule = template.json().path("Conditions").get(condition);
        if (rule == null) throw new Unsupported("The template mentions a condition " + condition + " that it lacks.");
        return truth(rule);
    }

    private boolean truth(JsonNode rule) {
        var only = rule.properties().iterator().next();
        JsonNode argument = only.getValue();
        return switch (only.getKey()) {
            case "Condition" -> holds(argument.asText());
            case "Fn::Equals" -> resolve(argument.path(0)).equals(resolve(argument.path(1)));
            case "Fn::Not" -> !truth(argument.path(0));
            case "Fn::And" -> argument.valueStream().allMatch(this::truth);
            case "Fn::Or" -> argument.valueStream().anyMatch(this::truth);
            default -> throw new Unsupported("The embedded cloud does not know the condition " + only.getKey() + ".");
        };
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }
}
