package booth.emulator.websocket;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells functions what clients say and that they leave, a few calls at once, however many clients there are. What they
 * say may be turned away; that they leave never is, and there are no more departures than there were connections.
 */
final class Calls implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final Semaphore messages;
    private final ThreadPoolExecutor threads;

    Calls(Limits limits) {
        messages = new Semaphore(limits.calls() + limits.waiting());
        threads = new ThreadPoolExecutor(
                limits.calls(), limits.calls(), IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "websocket-api");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * False when too many wait already.
     *
     * @throws RejectedExecutionException when it is closed
     */
    boolean message(Runnable call) {
        if (!messages.tryAcquire()) return false;
        threads.execute(() -> {
            try {
                call.run();
            } finally {
                messages.release();
            }
        });
        return true;
    }

    /** @throws RejectedExecutionException when it is closed */
    void departure(Runnable call) {
        threads.execute(call);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
