package booth.core.watching;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.WaitingList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeNotifierTest {
    private final InMemoryObjectStore folder = new InMemoryObjectStore();
    private final Watchers watchers = new Watchers(folder);
    private final List<ChangeEvent> news = new ArrayList<>();
    private final ChangeNotifier herald = new ChangeNotifier(folder, news::add);
    private final JobId job = JobId.random();

    @Test
    void aJobThatNobodyWatchesIsNoNews() {
        watchers.add(JobId.random(), "elsewhere");

        herald.changed(job);

        assertThat(news).isEmpty();
    }

    @Test
    void aJobThatSomebodyWatchesIs() {
        watchers.add(job, "L0SM9cOFvHcCIhw=");

        herald.changed(job);

        assertThat(news).containsExactly(ChangeEvent.of(job));
    }

    @Test
    void theLineMovesWhenSomebodyLeavesIt() {
        new WaitingList(folder).join(job, Instant.EPOCH);

        herald.leftTheLine(job, Instant.EPOCH);
        herald.leftTheLine(job, Instant.EPOCH);

        assertThat(news).containsExactly(ChangeEvent.lineMoved(Instant.EPOCH));
    }

    @Test
    void movesOfTheSameTwoSecondsAreToldTogetherAfterTheLast() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(ChangeEvent.lineMoved(now.plusMillis(1999))).isEqualTo(ChangeEvent.lineMoved(now));
        assertThat(ChangeEvent.lineMoved(now).notBefore()).contains(now.plusSeconds(2));
        assertThat(ChangeEvent.lineMoved(now.plusSeconds(2))).isNotEqualTo(ChangeEvent.lineMoved(now));
    }

    @Test
    void whoWatchedAJobThatIsErasedIsTold() {
        watchers.add(job, "one");
        watchers.add(job, "two");

        herald.erasing(job, () -> folder.list(JobKeys.folder(job)).forEach(file -> folder.delete(file.key())));

        assertThat(news).containsExactly(ChangeEvent.asked(job, "one"), ChangeEvent.asked(job, "two"));
        assertThat(watchers.of(job)).isEmpty();
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
    void newsOfOneSubjectHaveOneGroupAndComeBackFromJson() {
        for (ChangeEvent one :
                List.of(ChangeEvent.of(job), ChangeEvent.asked(job, "one"), ChangeEvent.lineMoved(Instant.EPOCH)))
            assertThat(Json.read("news", Json.bytes(one), ChangeEvent.class)).isEqualTo(one);
        assertThat(ChangeEvent.of(job).subject())
                .isEqualTo(ChangeEvent.asked(job, "one").subject());
        assertThat(ChangeEvent.lineMoved(Instant.EPOCH).subject())
                .isNotEqualTo(ChangeEvent.of(job).subject());
    }
}
