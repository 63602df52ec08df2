package booth.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadingCacheTest {
    private final LoadingCache<String, Integer> results = new LoadingCache<>(2);
    private final AtomicInteger computed = new AtomicInteger();

    @Test
    void fiveWhoAskAtOnceShareOneComputation() {
        CountDownLatch allAsked = new CountDownLatch(5);

        List<Integer> answers = Concurrently.each(IntStream.range(0, 5).boxed().toList(), i -> {
            allAsked.countDown();
            return results.get("frame", () -> {
                await(allAsked);
                return computed.incrementAndGet();
            });
        });

        assertThat(answers).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void anotherKeyIsComputedAnew() {
        assertThat(results.get("a", computed::incrementAndGet)).isEqualTo(1);
        assertThat(results.get("b", computed::incrementAndGet)).isEqualTo(2);
        assertThat(results.get("a", computed::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void theOneUnusedLongestIsForgotten() {
        results.get("a", computed::incrementAndGet);
        results.get("b", computed::incrementAndGet);
        results.get("a", computed::incrementAndGet);
        results.get("c", computed::incrementAndGet);

        assertThat(results.get("a", computed::incrementAndGet)).isEqualTo(1);
        assertThat(results.get("b", computed::incrementAndGet)).isEqualTo(4);
    }

    @Test
    void aFailureIsToldToAllWhoWaitAndThenForgotten() {
        IllegalStateException failure = new IllegalStateException("no memory");
        CountDownLatch bothAsked = new CountDownLatch(2);

        assertThatThrownBy(() -> Concurrently.each(List.of(1, 2), i -> {
                    bothAsked.countDown();
                    return results.get("frame", () -> {
                        await(bothAsked);
                        throw failure;
                    });
                }))
                .isSameAs(failure);
        assertThat(results.get("frame", () -> 7)).isEqualTo(7);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
