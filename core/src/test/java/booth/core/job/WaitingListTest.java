package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingListTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemoryObjectStore folder = new InMemoryObjectStore();
    private final WaitingList line = new WaitingList(folder);
    private final JobId first = JobId.random();
    private final JobId second = JobId.random();
    private final JobId third = JobId.random();

    @Test
    void whoComesFirstIsFirst() {
        line.join(second, NOON.plusMillis(2));
        line.join(first, NOON.plusMillis(1));
        line.join(third, NOON.plusMillis(3));

        assertThat(line.position(first)).hasValue(1);
        assertThat(line.position(second)).hasValue(2);
        assertThat(line.position(third)).hasValue(3);
        assertThat(line.waiting()).containsExactly(first, second, third);
    }

    @Test
    void whoLeavesLetsTheOthersComeCloser() {
        line.join(first, NOON);
        line.join(second, NOON.plusMillis(1));

        assertThat(line.leave(first)).isTrue();

        assertThat(line.position(first)).isEmpty();
        assertThat(line.position(second)).hasValue(1);
        assertThat(line.leave(first)).as("it stands there no more").isFalse();
    }

    @Test
    void whoWaitsAlreadyKeepsItsPlace() {
        line.join(first, NOON);
        line.join(second, NOON.plusMillis(1));
        line.join(first, NOON.plusMillis(2));

        assertThat(line.position(first)).hasValue(1);
        assertThat(line.position(second)).hasValue(2);
    }

    /** Two events of one mask may be worked on at the same moment. */
    @Test
    void whoIsNotedDownTwiceCountsOnce() {
        line.join(first, NOON);
        folder.write("line/%013d-%s".formatted(NOON.plusMillis(1).toEpochMilli(), first), new byte[0]);
        line.join(second, NOON.plusMillis(2));

        assertThat(line.position(second)).hasValue(2);
        assertThat(line.leave(first)).isTrue();
        assertThat(line.position(second)).hasValue(1);
    }

    @Test
    void aMarkerThatWasLeftBehindStopsCounting() {
        line.join(first, NOON);
        line.join(second, NOON.plus(Duration.ofHours(2)));
        line.join(third, NOON.plus(Duration.ofHours(3)));

        assertThat(line.position(second)).hasValue(1);
        assertThat(line.position(third)).hasValue(2);
    }
}
