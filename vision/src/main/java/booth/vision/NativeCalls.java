package booth.vision;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Calls into native code that are under way, so that nothing they use is released beneath them: that kills the whole
 * process. {@link #PROCESS} counts those of the process; its exit waits for them, because what the libraries' own
 * destructors then tear down is in use by them as well.
 */
final class NativeCalls {
    /** An encoding takes two seconds, and ten times that was seen on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    static final NativeCalls PROCESS = new NativeCalls();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PROCESS.end(PATIENCE), "native-calls-end"));
    }

    private int running;
    private boolean ended;

    /** @return whether it may begin: before the {@link #end} */
    synchronized boolean begin() {
        if (!ended) running++;
        return !ended;
    }

    /**
     * Begins, or never returns after the {@link #end}: whoever calls is about to go the same way, and must not take that
     * for a failure of the call.
     *
     * @throws IllegalStateException when the thread is interrupted meanwhile
     */
    synchronized void beginOrStay() {
        try {
            while (!begin()) wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("This process is ending.", e);
        }
    }

    /** Whether there is one. */
    synchronized boolean underWay() {
        return running > 0;
    }

    synchronized void over() {
        running--;
        notifyAll();
    }

    /**
     * Lets no further call begin and waits for those under way.
     *
     * @return whether all of them ended in time
     */
    synchronized boolean end(Duration patience) {
        ended = true;
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); running > 0 && left > 0; left = deadline - System.nanoTime())
                TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return running == 0;
    }
}
