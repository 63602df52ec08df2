package booth.asl.definition;

import booth.asl.jsonata.Expression;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A JSON value of a definition in which any string may be a JSONata expression between <code>{%</code> and
 * <code>%}</code>: what {@code Arguments}, {@code Output}, {@code Assign} and most other fields hold.
 */
public sealed interface Template {
    /** A value without expressions. */
    record Constant(JsonNode value) implements Template {}

    /** A string that is one expression. */
    record Query(Expression expression) implements Template {}

    /** An object with an expression somewhere inside, its fields in order. */
    record Structure(Map<String, Template> fields) implements Template {}

    /** An array with an expression somewhere inside. */
    record Sequence(List<Template> elements) implements Template {}
}
