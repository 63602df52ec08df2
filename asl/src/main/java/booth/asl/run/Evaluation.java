package booth.asl.run;

import booth.asl.definition.Template;
import booth.asl.jsonata.Bindings;
import booth.asl.jsonata.Expression;
import booth.asl.jsonata.ExpressionError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates the fields of one step of a state, all against the same variables; failures name state and field. */
final class Evaluation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final StateRun stateRun;
    private final Supplier<Bindings> source;
    private @Nullable Bindings bindings;

    Evaluation(StateRun stateRun, Supplier<Bindings> source) {
        this.stateRun = stateRun;
        this.source = source;
    }

    /** @param location where the template stands, {@code Output} */
    JsonNode value(Template template, String location) {
        if (template instanceof Template.Query query) return query(query.expression(), location);
        if (template instanceof Template.Structure object) {
            var node = JSON.objectNode();
            object.fields().forEach((name, field) -> node.set(name, value(field, location + "/" + name)));
            return node;
        }
        if (template instanceof Template.Sequence array) {
            var node = JSON.arrayNode();
            for (var element : array.elements()) node.add(value(element, location + "/" + node.size()));
            return node;
        }
        return ((Template.Constant) template).value();
    }

    Optional<JsonNode> optional(Optional<Template> template, String location) {
        return template.map(present -> value(present, location));
    }

    /** A whole number within bounds. */
    Optional<Long> whole(Optional<Template> template, String location, long least, long most) {
        return template.map(present -> typed(present, location, "number", value -> isWhole(value, least, most))
                .longValue());
    }

    Optional<Double> percentage(Optional<Template> template, String location) {
        return template.map(present -> typed(
                        present, location, "number", value -> value.doubleValue() >= 0 && value.doubleValue() <= 100)
                .doubleValue());
    }

    /** A value of this JSON type that also passes the test. */
    JsonNode typed(Template template, String location, String type, Predicate<JsonNode> test) {
        var value = value(template, location);
        if (typeOf(value).equals(type) && test.test(value)) return value;
        var expected = typeOf(value).equals(type)
                ? "returned a value out of range: " + Payload.text(value)
                : "returned an unexpected result type. Expected '" + type + "', but was '" + typeOf(value)
                        + "' for value: " + Payload.text(value);
        throw failure(template, location, expected);
    }

    /** A failed evaluation of a field for a reason of its own. */
    StateFailure failure(Template template, String location, String what) {
        var source = template instanceof Template.Query query
                ? "JSONata expression '" + query.expression().source() + "'"
                : "value";
        return failure("The " + source + " specified for the field '" + location + "' " + what, location);
    }

    StateFailure failure(String sentence, String location) {
        return StateFailure.evaluation(where() + sentence, location);
    }

    /** What nothing can retry or catch. */
    StateFailure runtime(String sentence) {
        return StateFailure.of(Failure.of(Failure.RUNTIME, where() + sentence));
    }

    private String where() {
        return "An error occurred while executing the state '"
                + stateRun.state().name() + "' (entered at the event id #" + stateRun.enteredEvent() + "). ";
    }

    private JsonNode query(Expression expression, String location) {
        try {
            return expression
                    .evaluate(bindings())
                    .orElseThrow(() -> failure(expression, location, "returned nothing (undefined)."));
        } catch (ExpressionError error) {
            var what = error.isUnsupportedResult()
                    ? "returned an unsupported result type."
                    : "threw an error during evaluation. " + error.getMessage();
            throw failure(expression, location, what);
        }
    }

    private StateFailure failure(Expression expression, String location, String what) {
        return failure(new Template.Query(expression), location, what);
    }

    private Bindings bindings() {
        if (bindings == null) bindings = source.get();
        return bindings;
    }

    private static boolean isWhole(JsonNode value, long least, long most) {
        double number = value.doubleValue();
        return number == Math.rint(number) && number >= least && number <= most;
    }

    private static String typeOf(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
