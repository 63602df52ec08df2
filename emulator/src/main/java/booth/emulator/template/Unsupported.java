package booth.emulator.template;

/** The template asks for something that the embedded cloud does not have. */
public final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsupported(String message) {
        super(message);
    }

    /** Names the resource, its type and the property. */
    static Unsupported property(String id, String type, String property, String why) {
        return new Unsupported("The embedded cloud does not support the property " + property + " of " + id + " ("
                + type + ")" + (why.isEmpty() ? "." : ": " + why));
    }

    static Unsupported ref(String id, String type) {
        return new Unsupported("The embedded cloud cannot say what a Ref to " + id + " (" + type + ") is.");
    }

    static Unsupported attribute(String id, String type, String attribute) {
        return new Unsupported(
                "The embedded cloud does not know the attribute " + attribute + " of " + id + " (" + type + ").");
    }
}
