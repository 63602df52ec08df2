package booth.core;

/**
 * A service the pipeline depends on is throttling or out of reach. Trying again later helps, so the state machine
 * retries it and the generation queue keeps its message. Adapters turn their client's transient errors into this one.
 */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Busy(String message, Throwable cause) {
        super(message, cause);
    }
}
