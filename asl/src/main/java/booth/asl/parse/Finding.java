package booth.asl.parse;

/**
 * One fault of a definition.
 *
 * @param path JSON pointer to the place, {@code /States/Detect/Next}; the empty string is the whole document; where it is
 *     no JSON, the source with line and column
 * @param code what kind of fault, in capitals, {@code MISSING_TRANSITION_TARGET}
 * @param message one sentence that says what is wrong and what would be right
 */
public record Finding(String path, String code, String message) {
    @Override
    public String toString() {
        return code + " at " + (path.isEmpty() ? "/" : path) + ": " + message;
    }
}
