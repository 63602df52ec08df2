package booth.core.watching;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.JobId;
import booth.core.job.WaitingList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeNotifierTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Watchers watchers = new Watchers(store);
    private final List<ChangeEvent> events = new ArrayList<>();
    private final ChangeNotifier notifier = new ChangeNotifier(store, events::add);
    private final JobId job = JobId.random();

    @Test
    void aChangeOfAJobThatNobodyWatchesIsNotPublished() {
        watchers.add(JobId.random(), "elsewhere");

        notifier.changed(job);

        assertThat(events).isEmpty();
    }

    @Test
    void aChangeOfAJobThatSomebodyWatchesIs() {
        watchers.add(job, "L0SM9cOFvHcCIhw=");

        notifier.changed(job);

        assertThat(events).containsExactly(ChangeEvent.of(job));
    }

    @Test
    void theWaitingListMovesWhenAJobLeavesIt() {
        new WaitingList(store).join(job, Instant.EPOCH);

        notifier.leave(job, Instant.EPOCH);
        notifier.leave(job, Instant.EPOCH);

        assertThat(events).containsExactly(ChangeEvent.waitingListMoved(Instant.EPOCH));
    }

    @Test
    void movesOfTheSameTwoSecondsAreToldTogetherAfterTheLast() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(ChangeEvent.waitingListMoved(now.plusMillis(1999))).isEqualTo(ChangeEvent.waitingListMoved(now));
        assertThat(ChangeEvent.waitingListMoved(now).notBefore()).contains(now.plusSeconds(2));
        assertThat(ChangeEvent.waitingListMoved(now.plusSeconds(2))).isNotEqualTo(ChangeEvent.waitingListMoved(now));
    }

    @Test
    void whoWatchesAJobThatIsBeingErasedIsToldAndSoAreThoseBehindIt() {
        watchers.add(job, "one");
        watchers.add(job, "two");
        new WaitingList(store).join(job, Instant.EPOCH);

        notifier.erasing(job, Instant.EPOCH);

        assertThat(events)
                .containsExactly(
                        ChangeEvent.asked(job, "one"),
                        ChangeEvent.asked(job, "two"),
                        ChangeEvent.waitingListMoved(Instant.EPOCH));
        assertThat(new WaitingList(store).waiting()).isEmpty();
    }

    @Test
    void aConnectionIsFoundAgainByItsNameAlone() {
        watchers.add(job, "one");

        assertThat(watchers.watchedBy("one")).contains(job);
        watchers.remove(job, "one");
        assertThat(watchers.watchedBy("one")).isEmpty();
        assertThat(watchers.anyOf(job)).isFalse();
    }

    @Test
    void eventsOfOneSubjectHaveOneGroupAndAreReadBackFromJson() {
        for (ChangeEvent one : List.of(
                ChangeEvent.of(job), ChangeEvent.asked(job, "one"), ChangeEvent.waitingListMoved(Instant.EPOCH)))
            assertThat(Json.read("event", Json.bytes(one), ChangeEvent.class)).isEqualTo(one);
        assertThat(ChangeEvent.of(job).subject())
                .isEqualTo(ChangeEvent.asked(job, "one").subject());
        assertThat(ChangeEvent.waitingListMoved(Instant.EPOCH).subject())
                .isNotEqualTo(ChangeEvent.of(job).subject());
    }
}
