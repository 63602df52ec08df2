package booth.emulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GroupTurnsTest {
    private static final long NOW = 1_795_000_000_000L;

    private final GroupTurns turns = new GroupTurns();

    @Test
    void theFirstOfAGuestIsDueBeforeTheSecondOfACrowd() {
        turns.due("crowd", NOW);
        long second = turns.due("crowd", NOW);

        assertThat(turns.due("guest", NOW + 1000)).isLessThan(second);
    }

    @Test
    void groupsOfOneSizeTakeTurns() {
        for (int i = 0; i < 10; i++) {
            long a = turns.due("a", NOW);
            long b = turns.due("b", NOW);
            assertThat(a).isEqualTo(b);
        }
    }

    @Test
    void nothingIsEverDueLaterThanNow() {
        long due = 0;
        for (int i = 0; i < 10_000; i++) {
            long next = turns.due("crowd", NOW);
            assertThat(next).isBetween(due, NOW);
            due = next;
        }
        assertThat(due).isEqualTo(NOW);
    }

    @Test
    void aCrowdIsForgivenWithTime() {
        for (int i = 0; i < 100; i++) turns.due("crowd", NOW);
        long later = NOW + Duration.ofHours(2).toMillis();

        assertThat(turns.due("crowd", later)).isEqualTo(turns.due("guest", later));
    }
}
