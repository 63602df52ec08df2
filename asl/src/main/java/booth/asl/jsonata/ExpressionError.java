package booth.asl.jsonata;

import com.dashjoin.jsonata.JException;
import org.jspecify.annotations.Nullable;

/** An expression that does not parse or does not evaluate; the message starts with JSONata's code where it has one. */
public final class ExpressionError extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExpressionError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static ExpressionError of(RuntimeException failure) {
        return new ExpressionError(message(failure), failure);
    }

    /** Whether it evaluated, yet to a function or another thing that has no JSON form. */
    public boolean isUnsupportedResult() {
        return getCause() instanceof Values.UnsupportedResult;
    }

    private static String message(RuntimeException failure) {
        var text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (!(failure instanceof JException error) || !error.getError().matches("[A-Z]\\d{4}")) return plain(text);
        return error.getError() + ": " + text;
    }

    private static String plain(String text) {
        return text.startsWith("JSonataException ") ? text.substring("JSonataException ".length()) : text;
    }
}
