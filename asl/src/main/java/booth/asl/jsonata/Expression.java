package booth.asl.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One JSONata expression, parsed once and evaluated any number of times, from any thread.
 *
 * <p>Each evaluation has a frame of its own, and bounds: {@value #LONGEST_MILLIS} ms and {@value #DEEPEST} nested
 * steps, so that an endless expression fails instead of hanging its execution. The bounds are checked between the
 * steps of the expression, not inside a single regular expression match.
 */
public final class Expression {
    private static final long LONGEST_MILLIS = 5_000;
    private static final int DEEPEST = 500;

    private final String source;
    private final Jsonata parsed;

    private Expression(String source, Jsonata parsed) {
        this.source = source;
        this.parsed = parsed;
    }

    /**
     * Parses an expression.
     *
     * @throws ExpressionError when it does not parse
     */
    public static Expression parse(String source) {
        try {
            var parsed = Jsonata.jsonata(source + " "); // the port trips over a comment at the very end
            parsed.setOutputConvertNulls(false); // keeps null and undefined apart
            parsed.setValidateInput(false);
            Library.register(parsed);
            return new Expression(source, parsed);
        } catch (RuntimeException failure) { // the parser also throws index errors on some malformed input
            throw ExpressionError.of(failure);
        }
    }

    /** The text between <code>{%</code> and <code>%}</code>, trimmed. */
    public String source() {
        return source;
    }

    /**
     * The value with these variables; empty when the expression yields undefined.
     *
     * @throws ExpressionError when it fails, runs too long or yields something that is not JSON
     */
    public Optional<JsonNode> evaluate(Bindings bindings) {
        var frame = bindings.frame();
        frame.setRuntimeBounds(LONGEST_MILLIS, DEEPEST);
        try {
            return Values.toJson(parsed.evaluate(null, frame));
        } catch (StackOverflowError tooDeep) {
            throw new ExpressionError("U1001: Stack overflow: the expression nests or recurses too deeply", tooDeep);
        } catch (RuntimeException failure) {
            throw failure instanceof ExpressionError known ? known : ExpressionError.of(failure);
        }
    }

    @Override
    public String toString() {
        return "{% " + source + " %}";
    }

    static JException error(String message) {
        return new JException(message, -1);
    }

    /** @param code of JSONata, {@code D3030}, whose sentence names the value */
    static JException error(String code, @Nullable Object value) {
        return new JException(code, -1, value);
    }
}
