package booth.api.http;

import java.time.Duration;

/** A key has made more requests than it may. */
final class RateExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    RateExceeded(Duration wait) {
        super("The rate of this key is used up for " + wait);
        this.wait = wait;
    }

    /** How long until it may make another. */
    Duration pause() {
        return wait;
    }
}
