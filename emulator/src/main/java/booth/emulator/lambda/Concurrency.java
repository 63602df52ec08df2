package booth.emulator.lambda;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/**
 * How many calls a function takes at once, and whose turn it is where more come. AWS would throttle those; here they
 * wait in line, as long as somebody waits for them.
 *
 * @param standard sandboxes of a function of which nothing else is said
 * @param handlers sandboxes of functions by the class of their handler
 * @param callers whose call it is, by the payload
 */
public record Concurrency(int standard, Map<String, Integer> handlers, Function<JsonNode, Caller> callers) {
    /** Ten for each function, as a new AWS account has for all of them together; first come, first served. */
    public static final Concurrency DEFAULT = new Concurrency(10, Map.of(), payload -> Caller.NOBODY);

    private static final JsonMapper JSON = new JsonMapper();

    public Concurrency {
        handlers = Map.copyOf(handlers);
        if (standard < 1 || handlers.values().stream().anyMatch(count -> count < 1))
            throw new IllegalArgumentException("A function needs at least one sandbox.");
    }

    /** What the template reserves is not exceeded, and this machine's own limit neither. */
    int sandboxes(FunctionSpec function) {
        int most = handlers.getOrDefault(function.handler().replaceFirst("::.*", ""), standard);
        return function.reserved().isPresent()
                ? Math.min(most, function.reserved().getAsInt())
                : most;
    }

    Caller caller(byte[] payload) {
        try {
            return callers.apply(JSON.readTree(payload));
        } catch (JacksonException e) {
            return Caller.NOBODY; // the function itself will say that this is no JSON
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
