package booth.local.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whoAsksMeanwhileWaitsForTheOneThatIsMade() {
        SingleFlight<Integer> flight = new SingleFlight<>(2);
        CountDownLatch gate = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> flight.get(bytes(1), () -> {
            await().until(() -> gate.getCount() == 0);
            return made.incrementAndGet();
        }));
        var second = CompletableFuture.supplyAsync(() -> flight.get(bytes(1), made::incrementAndGet));
        gate.countDown();

        assertThat(first.join()).isEqualTo(second.join());
        assertThat(made).hasValue(1);
    }

    @Test
    void theLeastRecentlyAskedForIsForgotten() {
        SingleFlight<Integer> flight = new SingleFlight<>(2);
        flight.get(bytes(1), made::incrementAndGet);
        flight.get(bytes(2), made::incrementAndGet);
        flight.get(bytes(1), made::incrementAndGet);
        flight.get(bytes(3), made::incrementAndGet);

        assertThat(flight.get(bytes(1), made::incrementAndGet)).isEqualTo(1);
        assertThat(flight.get(bytes(2), made::incrementAndGet)).isEqualTo(4);
    }

    @Test
    void aFailureIsToldAndNotRemembered() {
        SingleFlight<Integer> flight = new SingleFlight<>(2);

        assertThatThrownBy(() -> flight.get(bytes(1), () -> {
                    throw new IllegalArgumentException("no picture");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no picture");
        assertThat(flight.get(bytes(1), made::incrementAndGet)).isEqualTo(1);
    }

    private static byte[] bytes(int value) {
        return new byte[] {(byte) value};
    }
}
