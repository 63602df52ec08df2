package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;

/** A template's conditions. */
final class Conditions {
    private final JsonNode rules;
    private final UnaryOperator<JsonNode> resolve;

    /** @param resolve computes the intrinsic functions in what is compared */
    Conditions(Template template, UnaryOperator<JsonNode> resolve) {
        this.rules = template.json().path("Conditions");
        this.resolve = resolve;
    }

    /** @throws Unsupported when the template has no such condition */
    boolean holds(String condition) {
        JsonNode rule = rules.get(condition);
        if (rule == null) throw new Unsupported("The template mentions a condition " + condition + " that it lacks.");
        return truth(rule);
    }

    private boolean truth(JsonNode rule) {
        var only = rule.properties().iterator().next();
        JsonNode argument = only.getValue();
        return switch (only.getKey()) {
            case "Condition" -> holds(argument.asText());
            case "Fn::Equals" -> resolve.apply(argument.path(0)).equals(resolve.apply(argument.path(1)));
            case "Fn::Not" -> !truth(argument.path(0));
            case "Fn::And" -> argument.valueStream().allMatch(this::truth);
            case "Fn::Or" -> argument.valueStream().anyMatch(this::truth);
            default -> throw new Unsupported("The embedded cloud does not know the condition " + only.getKey() + ".");
        };
    }
}
