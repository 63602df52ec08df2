package booth.asl;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The wall clock, with one daemon thread for all timers. */
public final class SystemTimer implements Timer, AutoCloseable {
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "asl-timer");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Cancellable schedule(Instant when, Runnable action) {
        // never early: a part of a millisecond counts as one
        long delay = Math.max(0, Duration.between(now(), when).toMillis() + 1);
        var alarm = alarms.schedule(action, delay, TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    /** Drops what is still scheduled. */
    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
