package booth.local.line;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Names as LINE gives them. They begin with the time, so those of an earlier run do not come again. Not thread-safe. */
final class Ids {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;
    private static final int IN_A_MILLISECOND = 1000;

    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private long last;

    Ids(InstantSource clock) {
        this.clock = clock;
    }

    /** Of a message: digits. */
    String message() {
        last = Math.max(last + 1, clock.millis() * IN_A_MILLISECOND);
        return String.valueOf(last);
    }

    /** Of an event of a webhook: a ULID. */
    String event() {
        StringBuilder id = new StringBuilder();
        long time = clock.millis();
        for (int digit = TIME_DIGITS - 1; digit >= 0; digit--)
            id.append(CROCKFORD.charAt((int) (time >>> (5 * digit) & 31)));
        for (int digit = 0; digit < RANDOM_DIGITS; digit++) id.append(CROCKFORD.charAt(random.nextInt(32)));
        return id.toString();
    }
}
