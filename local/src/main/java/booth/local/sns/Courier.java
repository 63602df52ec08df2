package booth.local.sns;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages after their publishers were answered. A delivery that fails is tried three times more, a second
 * apart; the last failure is logged with the subscription's name and given up, as nobody is left to hear of it.
 */
final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int THREADS = 4;
    private static final int RETRIES = 3;
    private static final long PAUSE_SECONDS = 1;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "sns-courier");
        thread.setDaemon(true);
        return thread;
    });

    /** @param name what is delivered to whom, for the log */
    void carry(String name, Callable<?> delivery) {
        threads.execute(() -> attempt(name, delivery, RETRIES));
    }

    private void attempt(String name, Callable<?> delivery, int retriesLeft) {
        try {
            delivery.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (threads.isShutdown()) return;
            if (retriesLeft > 0)
                threads.schedule(() -> attempt(name, delivery, retriesLeft - 1), PAUSE_SECONDS, TimeUnit.SECONDS);
            else LOG.error("{} was not delivered", name, e);
        }
    }

    /** Drops what is not yet delivered. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
