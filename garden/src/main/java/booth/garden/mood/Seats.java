package booth.garden.mood;

import booth.core.Busy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** How many photos are in hand at a time in this JVM; who comes when all seats are taken waits, but not long. */
final class Seats {
    private final Semaphore free;
    private final Duration patience;

    Seats(int count, Duration patience) {
        this.free = new Semaphore(count, true);
        this.patience = patience;
    }

    /** @throws Busy when no seat gets free in time */
    <T> T during(Supplier<T> work) {
        take();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void take() {
        try {
            if (free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("The function is being stopped", e);
        }
        throw new Busy("Too many faces are being read", new TimeoutException(patience.toString()));
    }
}
