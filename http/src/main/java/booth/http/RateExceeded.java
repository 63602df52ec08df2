package booth.http;

import java.time.Duration;

/** More was asked for than may be for now. */
public final class RateExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final Duration wait;

    /** Of requests. */
    RateExceeded(Duration wait) {
        this("RATE_EXCEEDED", "Too many requests; wait as long as Retry-After says.", wait);
    }

    /**
     * @param code of the problem, upper-case words
     * @param sentence what is used up, and what to do
     */
    public RateExceeded(String code, String sentence, Duration wait) {
        super(sentence);
        this.code = code;
        this.wait = wait;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** How long until it may be asked for again. */
    Duration pause() {
        return wait;
    }
}
