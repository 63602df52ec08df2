package booth.emulator.s3;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * When something in a bucket is forgotten.
 *
 * @param prefix of the keys it is about; empty for all
 * @param days after which an object expires; empty where none does
 * @param abortDays after which an upload in parts that nobody completed is given up; empty where none is
 */
public record LifecycleRule(String bucket, String prefix, OptionalInt days, OptionalInt abortDays) {
    public LifecycleRule {
        if (days.orElse(1) < 1 || abortDays.orElse(1) < 1)
            throw new IllegalArgumentException("it takes at least a day");
    }

    /** Whether an object that was written then has expired. */
    boolean expires(String key, Instant written, Instant now) {
        return days.isPresent() && key.startsWith(prefix) && isOver(written, days.getAsInt(), now);
    }

    /** Whether an upload in parts that began then is given up. */
    boolean givesUp(String key, Instant begun, Instant now) {
        return abortDays.isPresent() && key.startsWith(prefix) && isOver(begun, abortDays.getAsInt(), now);
    }

    /** As S3 counts: at the first midnight, UTC, when so many days are over. */
    private static boolean isOver(Instant begun, int days, Instant now) {
        Instant after = begun.plus(days, ChronoUnit.DAYS);
        Instant midnight = after.truncatedTo(ChronoUnit.DAYS);
        return !now.isBefore(midnight.equals(after) ? after : midnight.plus(1, ChronoUnit.DAYS));
    }
}
