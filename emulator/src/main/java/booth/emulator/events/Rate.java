package booth.emulator.events;

import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;

/**
 * Every so often, counted from the beginning of 1970.
 *
 * @param minutes between two times
 */
record Rate(long minutes) implements Schedule {
    @Override
    public boolean isDue(ZonedDateTime minute) {
        return TimeUnit.SECONDS.toMinutes(minute.toEpochSecond()) % minutes == 0;
    }

    @Override
    public boolean comesFirst() {
        return true;
    }
}
