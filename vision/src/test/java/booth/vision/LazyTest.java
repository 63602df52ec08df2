package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
    private final AtomicInteger loaded = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final Lazy<AutoCloseable> lazy = new Lazy<>(() -> {
        loaded.incrementAndGet();
        return released::incrementAndGet;
    });

    @Test
    void nothingIsLoadedBeforeItIsAskedFor() {
        lazy.close();

        assertThat(loaded).hasValue(0);
        assertThat(released).hasValue(0);
    }

    @Test
    void manyThreadsLoadOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<AutoCloseable> ask = lazy::get;
            for (Future<AutoCloseable> answer : threads.invokeAll(Collections.nCopies(32, ask)))
                assertThat(answer.get()).isSameAs(lazy.get());
        } finally {
            threads.shutdownNow();
        }
        assertThat(loaded).hasValue(1);
    }

    @Test
    void closedOnceAndRefusedAfterwards() throws Exception {
        AutoCloseable value = lazy.get();
        assertThat(value).isNotNull();

        lazy.close();
        lazy.close();

        assertThat(released).hasValue(1);
        assertThatIllegalStateException().isThrownBy(lazy::get);
    }
}
