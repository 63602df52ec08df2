package booth.emulator.logs;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log event must say to be found: {@code { $.jobId = "…" && $.attempt = 0 }}, all of it, or nothing in particular.
 * CloudWatch knows much more; what is not known here is refused, never passed over.
 */
record FilterPattern(List<Term> terms) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TERM = Pattern.compile(
            "\\s*\\$\\.(?<field>\\w+)\\s*=\\s*(\"(?<text>[^\"*\\\\]*)\"|(?<number>-?\\d+(\\.\\d+)?)(?![\\w.*-]))\\s*");

    /** A field of the event's JSON and the value it must have. */
    private record Term(String field, JsonNode value) {
        boolean holds(JsonNode event) {
            JsonNode found = event.path(field);
            if (value.isNumber())
                return found.isNumber() && found.decimalValue().compareTo(value.decimalValue()) == 0;
            return found.equals(value);
        }
    }

    /** @throws ServiceError InvalidParameterException saying what is supported */
    static FilterPattern parse(String pattern) {
        String text = pattern.strip();
        if (text.isEmpty()) return new FilterPattern(List.of());
        if (!text.startsWith("{") || !text.endsWith("}")) throw unsupported(pattern);
        String rest = text.substring(1, text.length() - 1);
        List<Term> terms = new ArrayList<>();
        Matcher term = TERM.matcher(rest);
        int at = 0;
        while (term.region(at, rest.length()).lookingAt()) {
            terms.add(new Term(term.group("field"), value(term)));
            if (term.end() == rest.length()) return new FilterPattern(terms);
            if (!rest.startsWith("&&", term.end())) break;
            at = term.end() + 2;
        }
        throw unsupported(pattern);
    }

    boolean matches(String message) {
        if (terms.isEmpty()) return true;
        try {
            JsonNode event = JSON.readTree(message);
            return terms.stream().allMatch(term -> term.holds(event));
        } catch (JacksonException e) {
            return false; // plain words have no fields
        }
    }

    private static JsonNode value(Matcher term) {
        String text = term.group("text");
        return text == null
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(term.group("number")))
                : JsonNodeFactory.instance.textNode(text);
    }

    private static ServiceError unsupported(String pattern) {
        return ServiceError.badRequest(
                "InvalidParameterException",
                "Invalid filter pattern: the embedded cloud knows { $.field = \"value\" }, { $.field = 1 } and several of"
                        + " these with && between them, not " + pattern);
    }
}
