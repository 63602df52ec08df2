package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
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
            Callable<AutoCloseable> ask = this::get;
            for (Future<AutoCloseable> answer : threads.invokeAll(Collections.nCopies(32, ask)))
                assertThat(answer.get()).isSameAs(get());
        } finally {
            threads.shutdownNow();
        }
        assertThat(loaded).hasValue(1);
    }

    @Test
    void closedOnceAndRefusedAfterwards() throws Exception {
        AutoCloseable value = get();
        assertThat(value).isNotNull();

        lazy.close();
        lazy.close();

        assertThat(released).hasValue(1);
        assertThatIllegalStateException().isThrownBy(this::get);
    }

    @Test
    void aModelIsReleasedWhenItsLastUseIsOver() throws Exception {
        CountDownLatch inUse = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> use = CompletableFuture.runAsync(() -> lazy.use(model -> {
            inUse.countDown();
            return awaited(goOn);
        }));
        inUse.await();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(lazy::close);
        Awaitility.await().untilAsserted(() -> assertThatIllegalStateException().isThrownBy(this::get));
        assertThat(released).hasValue(0);
        goOn.countDown();

        use.join();
        closing.join();
        assertThat(released).hasValue(1);
    }

    @Test
    void aModelWhoseUseNeverEndsIsNotReleased() {
        NativeCalls calls = new NativeCalls();
        assertThat(calls.begin()).isTrue();

        assertThat(calls.end(Duration.ofMillis(10))).isFalse();
        calls.over();
        assertThat(calls.end(Duration.ofMillis(10))).isTrue();
    }

    @Test
    void whoComesAfterTheEndWaitsUntilInterruptedInsteadOfFailing() throws Exception {
        NativeCalls calls = new NativeCalls();
        calls.end(Duration.ZERO);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread late = new Thread(() -> outcome.complete(catchThrowable(calls::beginOrStay)));
        late.start();
        Awaitility.await().until(() -> late.getState() == Thread.State.WAITING);

        late.interrupt();

        assertThat(outcome.get()).isInstanceOf(IllegalStateException.class);
    }

    private AutoCloseable get() {
        return lazy.use(Function.identity());
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
