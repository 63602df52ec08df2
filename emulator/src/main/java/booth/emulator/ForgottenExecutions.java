package booth.emulator;

import booth.emulator.s3.Removals;
import booth.emulator.spool.Outbox;
import booth.emulator.spool.Spool;
import booth.emulator.states.StatesService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/**
 * Has executions forgotten with the objects they were about. It looks again for some seconds, and for as long as one of
 * them runs: whoever starts one may cross with whoever deletes the object. What is to be forgotten is noted on disk until
 * it is.
 */
final class ForgottenExecutions implements Removals, AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LOOKS = 5;

    private final BiFunction<String, String, Optional<String>> names;
    private final Outbox<String> outbox;

    /** @param names bucket and key of an object → how the names of executions begin that go with it */
    ForgottenExecutions(BiFunction<String, String, Optional<String>> names, StatesService states, Spool spool) {
        this.names = names;
        this.outbox = new Outbox<>(
                spool,
                String.class,
                Executors.newSingleThreadExecutor(work -> {
                    Thread thread = new Thread(work, "forgetting");
                    thread.setDaemon(true);
                    return thread;
                }),
                (prefix, look) -> states.forget(prefix) && look >= LOOKS ? Optional.empty() : Optional.of(PAUSE));
    }

    /** Goes on with what an earlier process had yet to forget. */
    void resume() {
        outbox.resume(Optional::of);
    }

    @Override
    public boolean concern(String bucket, String key) {
        return names.apply(bucket, key).isPresent();
    }

    @Override
    public void removed(String bucket, String key) {
        names.apply(bucket, key).ifPresent(outbox::send);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
