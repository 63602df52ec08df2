package booth.emulator.signing;

/** A request that is not signed as it must be; each protocol of AWS has a name of its own for each reason. */
public final class NotGenuine extends RuntimeException {
    private static final long serialVersionUID = 1;

    public enum Reason {
        /** It is not signed at all. */
        UNSIGNED,
        /** What it says of its signature lacks something. */
        INCOMPLETE,
        /** Nobody has this access key. */
        UNKNOWN_KEY,
        /** Signed with another secret, or changed on its way, or at another time than now. */
        MISMATCH
    }

    private final Reason reason;

    NotGenuine(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** AWS's own sentence. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
