package booth.core.watching;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.InMemoryJobFolder;
import booth.core.JobId;
import booth.core.Json;
import booth.core.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeraldTest {
    private final InMemoryJobFolder folder = new InMemoryJobFolder();
    private final Watchers watchers = new Watchers(folder);
    private final List<News> news = new ArrayList<>();
    private final Herald herald = new Herald(folder, news::add);
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

        assertThat(news).containsExactly(News.of(job));
    }

    @Test
    void theLineMovesWhenSomebodyLeavesIt() {
        new Line(folder).join(job, Instant.EPOCH);

        herald.leftTheLine(job, Instant.EPOCH);
        herald.leftTheLine(job, Instant.EPOCH);

        assertThat(news).containsExactly(News.lineMoved(Instant.EPOCH));
    }

    @Test
    void movesOfTheSameTwoSecondsAreToldTogetherAfterTheLast() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(News.lineMoved(now.plusMillis(1999))).isEqualTo(News.lineMoved(now));
        assertThat(News.lineMoved(now).notBefore()).contains(now.plusSeconds(2));
        assertThat(News.lineMoved(now.plusSeconds(2))).isNotEqualTo(News.lineMoved(now));
    }

    @Test
    void whoWatchedAJobThatIsErasedIsTold() {
        watchers.add(job, "one");
        watchers.add(job, "two");

        herald.erasing(job, () -> folder.list(Names.folder(job)).forEach(file -> folder.delete(file.key())));

        assertThat(news).containsExactly(News.asked(job, "one"), News.asked(job, "two"));
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
        for (News one : List.of(News.of(job), News.asked(job, "one"), News.lineMoved(Instant.EPOCH)))
            assertThat(Json.read("news", Json.bytes(one), News.class)).isEqualTo(one);
        assertThat(News.of(job).subject()).isEqualTo(News.asked(job, "one").subject());
        assertThat(News.lineMoved(Instant.EPOCH).subject())
                .isNotEqualTo(News.of(job).subject());
    }
}
