package booth.asl.parse;

import booth.asl.definition.Template;
import booth.asl.jsonata.Expression;
import booth.asl.jsonata.ExpressionError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Reads JSON with JSONata inside, noting what does not parse. */
final class TemplateParser {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private final Findings findings;

    TemplateParser(Findings findings) {
        this.findings = findings;
    }

    static boolean isExpression(JsonNode node) {
        return node.isTextual()
                && node.textValue().startsWith(OPEN)
                && node.textValue().endsWith(CLOSE)
                && node.textValue().length() >= OPEN.length() + CLOSE.length();
    }

    Optional<Template> optional(Fields fields, String field) {
        return fields.value(field).map(value -> parse(value, fields.at(field)));
    }

    /** A whole number within bounds, or an expression that gives one. */
    Optional<Template> number(Fields fields, String field, int least, int most) {
        var isExpression =
                fields.value(field).filter(TemplateParser::isExpression).isPresent();
        if (!isExpression) fields.whole(field, least, most);
        return optional(fields, field);
    }

    Template parse(JsonNode node, String path) {
        if (node.isTextual()) return text(node, path);
        if (node.isObject()) return object(node, path);
        if (node.isArray()) return array(node, path);
        return new Template.Constant(node);
    }

    private Template text(JsonNode node, String path) {
        var text = node.textValue();
        if (isExpression(node))
            return expression(text.substring(OPEN.length(), text.length() - CLOSE.length()), path, node);
        if (text.startsWith(OPEN) || text.endsWith(CLOSE)) {
            findings.add(
                    path,
                    Fault.INVALID_JSONATA,
                    "a JSONata string starts with {% and ends with %}, without spaces around them");
        }
        return new Template.Constant(node);
    }

    private Template expression(String source, String path, JsonNode node) {
        try {
            return new Template.Query(Expression.parse(source.strip()));
        } catch (ExpressionError error) {
            findings.add(path, Fault.INVALID_JSONATA, "the JSONata does not parse: " + error.getMessage());
            return new Template.Constant(node);
        }
    }

    private Template object(JsonNode node, String path) {
        var fields = new LinkedHashMap<String, Template>();
        node.fields()
                .forEachRemaining(field ->
                        fields.put(field.getKey(), parse(field.getValue(), Pointer.join(path, field.getKey()))));
        boolean constant = fields.values().stream().allMatch(Template.Constant.class::isInstance);
        return constant ? new Template.Constant(node) : new Template.Structure(fields);
    }

    private Template array(JsonNode node, String path) {
        var elements = new ArrayList<Template>();
        node.forEach(element -> elements.add(parse(element, Pointer.join(path, elements.size()))));
        boolean constant = elements.stream().allMatch(Template.Constant.class::isInstance);
        return constant ? new Template.Constant(node) : new Template.Sequence(elements);
    }
}
