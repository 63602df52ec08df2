package booth.core.image;

import booth.core.Busy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The memory that photos may take while they are opened, for all who open one in this JVM. Who comes when it is used up
 * waits in line for a while; a photo that asks for more than there is at all is opened alone.
 */
final class DecodeMemory {
    private static final int UNIT = 1024;

    /** A quarter of the heap: three photos of 12 megapixels at a time in 1 GB. A state has 60 s, a decode takes up to 10. */
    static final DecodeMemory OF_THIS_JVM =
            new DecodeMemory(Runtime.getRuntime().maxMemory() / 4, Duration.ofSeconds(20));

    private final int units;
    private final Duration patience;
    private final Semaphore free;

    /** @param patience how long to wait in line */
    DecodeMemory(long bytes, Duration patience) {
        units = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
        this.patience = patience;
        free = new Semaphore(units, true);
    }

    /**
     * Does the work while so many bytes are set aside for it.
     *
     * @throws Busy when other photos take the memory for too long
     */
    <T> T during(long bytes, Supplier<T> work) {
        int share = (int) Math.min(units, bytes / UNIT + 1);
        await(share);
        try {
            return work.get();
        } finally {
            free.release(share);
        }
    }

    private void await(int share) {
        try {
            if (free.tryAcquire(share, patience.toNanos(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("Interrupted while other photos were being opened", e);
        }
        throw new Busy(
                "Other photos are being opened and take all the memory there is for that",
                new IllegalStateException(share + " of " + units + " KiB are asked for"));
    }

    /** How many stand in line. */
    int waiting() {
        return free.getQueueLength();
    }

    long freeBytes() {
        return (long) free.availablePermits() * UNIT;
    }
}
