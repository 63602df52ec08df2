package booth.emulator.template;

/** The template asks for something that the embedded cloud does not have. */
public final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsupported(String message) {
        super(message);
    }

    /** Names the resource, its type and the property. */
    static Unsupported property(Resource resource, String property, String why) {
        return new Unsupported("The embedded cloud does not support the property " + property + " of " + resource.id()
                + " (" + resource.type() + ")" + (why.isEmpty() ? "." : ": " + why));
    }
}
