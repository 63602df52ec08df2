package booth.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentlyTest {
    @Test
    void bothPartsRunAtTheSameTime() {
        CyclicBarrier meeting = new CyclicBarrier(2);

        assertThat(Concurrently.both(() -> meet(meeting), () -> meet(meeting), Integer::sum))
                .isEqualTo(2);
    }

    @Test
    void allItemsRunAtTheSameTimeAndKeepTheirOrder() {
        CyclicBarrier meeting = new CyclicBarrier(40);
        List<Integer> items = IntStream.range(0, 40).boxed().toList();

        assertThat(Concurrently.each(items, i -> i * meet(meeting))).isEqualTo(items);
    }

    @Test
    void aRefusalOnEitherSideRisesAsItIs() {
        Refused refusal = new Refused("NO", "No.");

        assertThatThrownBy(() -> Concurrently.both(() -> fail(refusal), () -> 1, Integer::sum))
                .isSameAs(refusal);
        assertThatThrownBy(() -> Concurrently.both(() -> 1, () -> fail(refusal), Integer::sum))
                .isSameAs(refusal);
        assertThatThrownBy(() -> Concurrently.each(List.of(1, 2), i -> fail(refusal)))
                .isSameAs(refusal);
    }

    @Test
    void nothingGoesOnAfterAFailure() {
        AtomicBoolean ended = new AtomicBoolean();
        CyclicBarrier meeting = new CyclicBarrier(2);

        assertThatThrownBy(() -> Concurrently.both(
                        () -> {
                            meet(meeting);
                            ended.set(true);
                            return 1;
                        },
                        () -> {
                            meet(meeting);
                            return fail(new IllegalStateException("here"));
                        },
                        Integer::sum))
                .hasMessage("here");
        assertThat(ended).isTrue();
    }

    private static int fail(RuntimeException error) {
        throw error;
    }

    private static int meet(CyclicBarrier meeting) {
        try {
            meeting.await(10, TimeUnit.SECONDS);
            return 1;
        } catch (Exception e) {
            throw new IllegalStateException("The others never came", e);
        }
    }
}
