package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingListTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final WaitingList waitingList = new WaitingList(store);
    private final JobId first = JobId.random();
    private final JobId second = JobId.random();
    private final JobId third = JobId.random();

    @Test
    void whoComesFirstIsFirst() {
        waitingList.join(second, NOON.plusMillis(2));
        waitingList.join(first, NOON.plusMillis(1));
        waitingList.join(third, NOON.plusMillis(3));

        assertThat(waitingList.position(first)).hasValue(1);
        assertThat(waitingList.position(second)).hasValue(2);
        assertThat(waitingList.position(third)).hasValue(3);
        assertThat(waitingList.waiting()).containsExactly(first, second, third);
    }

    @Test
    void whoLeavesLetsTheOthersComeCloser() {
        waitingList.join(first, NOON);
        waitingList.join(second, NOON.plusMillis(1));

        assertThat(waitingList.leave(first)).isTrue();

        assertThat(waitingList.position(first)).isEmpty();
        assertThat(waitingList.position(second)).hasValue(1);
        assertThat(waitingList.leave(first)).as("it stands there no more").isFalse();
    }

    @Test
    void whoWaitsAlreadyKeepsItsPlace() {
        waitingList.join(first, NOON);
        waitingList.join(second, NOON.plusMillis(1));
        waitingList.join(first, NOON.plusMillis(2));

        assertThat(waitingList.position(first)).hasValue(1);
        assertThat(waitingList.position(second)).hasValue(2);
    }

    /** Two events of one mask may be worked on at the same moment. */
    @Test
    void whoIsNotedDownTwiceCountsOnce() {
        waitingList.join(first, NOON);
        store.write("line/%013d-%s".formatted(NOON.plusMillis(1).toEpochMilli(), first), new byte[0]);
        waitingList.join(second, NOON.plusMillis(2));

        assertThat(waitingList.position(second)).hasValue(2);
        assertThat(waitingList.leave(first)).isTrue();
        assertThat(waitingList.position(second)).hasValue(1);
    }

    @Test
    void aMarkerThatWasLeftBehindStopsCounting() {
        waitingList.join(first, NOON);
        waitingList.join(second, NOON.plus(Duration.ofHours(2)));
        waitingList.join(third, NOON.plus(Duration.ofHours(3)));

        assertThat(waitingList.position(second)).hasValue(1);
        assertThat(waitingList.position(third)).hasValue(2);
    }
}
