package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What came of one call of a function.
 *
 * @param payload the function's JSON, or the error's
 * @param failed whether the function threw or ran out of time; Lambda calls this {@code Unhandled}
 */
public record Invocation(String requestId, byte[] payload, boolean failed) {
    /** The payload as text. */
    public String text() {
        return new String(payload, UTF_8);
    }
}
