package booth.local.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where calls wait while it is closed. It is open to begin with. */
public final class Gate {
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CountDownLatch opened = new CountDownLatch(0);

    public void close() {
        opened = new CountDownLatch(1);
    }

    public void open() {
        opened.countDown();
    }

    /** How many stand before it. */
    public int waiting() {
        return waiting.get();
    }

    void pass() {
        waiting.incrementAndGet();
        try {
            if (!opened.await(1, TimeUnit.MINUTES)) throw new IllegalStateException("Nobody opened the gate.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
