package booth.generate;

/**
 * The image model cannot be used until somebody changes the account or the settings: to ask again is of no use, and
 * whoever waits shall hear it at once. A replay goes well once it is mended.
 */
final class ModelUnavailable extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** @param sentence what is wrong and what to do */
    ModelUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
