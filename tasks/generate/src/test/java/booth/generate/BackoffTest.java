package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void theWaitDoublesUpToFiveMinutes() {
        Backoff backoff = new Backoff(() -> 1);

        assertThat(IntStream.rangeClosed(1, 9)
                        .mapToObj(backoff::whileBusy)
                        .map(Duration::toSeconds)
                        .toList())
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
        assertThat(backoff.whileBusy(1_000_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void chanceTakesAtMostHalfOfIt() {
        assertThat(new Backoff(() -> 0).whileBusy(3)).isEqualTo(Duration.ofSeconds(10));
        assertThat(new Backoff(() -> 0.5).whileBusy(3)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void anIncidentIsTriedAgainSoonHoweverOften() {
        assertThat(new Backoff(() -> 1).afterIncident()).isEqualTo(Duration.ofSeconds(10));
        assertThat(new Backoff(() -> 0).afterIncident()).isEqualTo(Duration.ofSeconds(5));
    }
}
