package booth.emulator.states;

import booth.asl.Timer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executions whose last step could not be written, because the disk is full perhaps. Each is restored from what is written
 * again and again until it goes on, so that whoever frees some space need not restart anything.
 */
final class Standstill {
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Standstill.class);

    private final Timer timer;
    private final Consumer<Run> restore;
    private final Set<Run> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean trying;

    /** @param restore lets an execution go on, or adds it here again, or throws what keeps it from going on */
    Standstill(Timer timer, Consumer<Run> restore) {
        this.timer = timer;
        this.restore = restore;
    }

    void add(Run run, UncheckedIOException trouble) {
        if (!waiting.add(run)) return;
        LOG.error("{} stands still until this is over: {}", run.arn(), trouble.getMessage());
        later(run);
    }

    boolean any() {
        return trying || !waiting.isEmpty();
    }

    private void later(Run run) {
        timer.schedule(timer.now().plus(PAUSE), () -> tryAgain(run));
    }

    /** On the timer's one thread. The execution may stand still again before this is done, and is then added again. */
    private void tryAgain(Run run) {
        trying = true;
        waiting.remove(run);
        try {
            restore.accept(run);
            LOG.info("{} goes on", run.arn());
        } catch (UncheckedIOException e) {
            if (waiting.add(run)) later(run);
        } finally {
            trying = false;
        }
    }
}
