package booth.emulator.sns;

import booth.emulator.spool.Outbox;
import booth.emulator.spool.Spool;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages after their publishers were answered. What was taken is kept on disk until then. A delivery that fails
 * is tried three times more, a second apart; the last failure is logged with the subscription's name and given up, as
 * nobody is left to hear of it.
 */
final class Retrier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retrier.class);
    private static final int THREADS = 4;
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Brings it to its subscriber, or throws any exception when the subscriber did not take it. */
    @FunctionalInterface
    interface Way {
        void deliver(PendingDelivery pending) throws Exception;
    }

    private final Way way;
    private final Outbox<PendingDelivery> outbox;

    Retrier(Spool spool, Way way) {
        this.way = way;
        this.outbox = new Outbox<>(
                spool,
                PendingDelivery.class,
                Executors.newFixedThreadPool(THREADS, work -> {
                    Thread thread = new Thread(work, "sns-retrier");
                    thread.setDaemon(true);
                    return thread;
                }),
                this::attempt);
    }

    /** Returns at once; it will not be lost. */
    void carry(PendingDelivery pending) {
        outbox.send(pending);
    }

    /** Takes up what earlier processes had not delivered. */
    void resume() {
        outbox.resume(Optional::of);
    }

    private Optional<Duration> attempt(PendingDelivery pending, int attempt) {
        try {
            way.deliver(pending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (attempt < ATTEMPTS) return Optional.of(PAUSE);
            LOG.error("{} was not delivered", pending, e);
        }
        return Optional.empty();
    }

    /** What is not delivered yet stays on disk. */
    @Override
    public void close() {
        outbox.close();
    }
}
