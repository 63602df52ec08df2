package booth.garden.taste;

import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.garden.pictures.PictureKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Shows guests the newest pictures where nothing can be recommended: too little is known, a service is down, or it takes
 * longer than a guest waits. The log says why.
 */
final class WithFallback implements Recommendations {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "recommendation");
        thread.setDaemon(true);
        return thread;
    });

    private final Recommendations first;
    private final Duration patience;
    private final JsonLog log;

    WithFallback(Recommendations first, Duration patience, JsonLog log) {
        this.first = first;
        this.patience = patience;
        this.log = log;
    }

    @Override
    public List<PictureKey> order(Guest guest, List<PictureKey> there) {
        if (there.isEmpty()) return there;
        Future<List<PictureKey>> answer = THREADS.submit(() -> first.order(guest, there));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) { // it goes on, and the next guest finds what it has loaded
            return fallBack(LogLine.of("recommendation_fell_back").message("It takes longer than " + patience), there);
        } catch (ExecutionException e) { // whatever it was: the guest is to see pictures
            return fallBack(LogLine.of("recommendation_fell_back").error(Objects.requireNonNullElse(e.getCause(), e)), there);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return there;
        }
    }

    private List<PictureKey> fallBack(LogLine why, List<PictureKey> newestFirst) {
        log.write(why);
        return newestFirst;
    }

    @Override
    public void learn(Like like) {
        first.learn(like);
    }

    @Override
    public void prime() {
        first.prime();
    }
}
