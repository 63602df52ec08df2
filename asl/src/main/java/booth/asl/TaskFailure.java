package booth.asl;

/** A task that failed, with the error name that {@code Retry} and {@code Catch} match. */
public final class TaskFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String error;
    private final String cause;

    /**
     * @param error the error name, {@code Lambda.TooManyRequestsException} or a Java class name
     * @param cause a text for people, often JSON; may be empty
     */
    public TaskFailure(String error, String cause) {
        super(error + ": " + cause);
        this.error = error;
        this.cause = cause;
    }

    public String error() {
        return error;
    }

    public String cause() {
        return cause;
    }
}
