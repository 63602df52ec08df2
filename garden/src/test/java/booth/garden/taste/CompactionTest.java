package booth.garden.taste;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Concurrently;
import booth.core.function.JsonLog;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.MortalStore;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompactionTest {
    private static final String ITEM = "emotions/happy/img_20261122-093000_1h.jpeg";
    private static final Instant LATER = Hall.OPENING.plus(LikeLog.SETTLED).plusSeconds(60);

    private final InMemoryObjectStore garden = new InMemoryObjectStore();
    private final List<String> log = new ArrayList<>();
    private final JsonLog lines = new JsonLog(log::add);

    private LikeLog likes(ObjectStore store, Instant now) {
        return LikeLog.of(store, () -> now, lines);
    }

    private Compaction compaction(ObjectStore store, Instant now) {
        return new Compaction(store, likes(store, now), lines);
    }

    private long learned() {
        LikeLog likes = likes(garden, LATER);
        return new Learned(likes, compaction(garden, LATER), () -> LATER).ask(Tally::likes);
    }

    private void like(int from, int to) {
        Instant time = Hall.OPENING.plusSeconds(from); // later ones have later keys
        for (int i = from; i < to; i++) likes(garden, time).append(Likes.of("guest" + i, ITEM));
    }

    @Test
    void whereverACompactionDiesNothingIsLostAndNothingCountedTwice() {
        for (int round = 1; round <= 3; round++) { // the first makes the snapshot, others replace it
            like(round * 10 - 10, round * 10);
            for (int requests = 0; ; requests++) {
                MortalStore mortal = new MortalStore(garden, requests);
                boolean survived = survives(() -> compaction(mortal, LATER).run());

                assertThat(learned()).as("after %d requests", requests).isEqualTo(round * 10);
                if (survived) break;
            }
            assertThat(Snapshot.read(garden.read(Snapshot.KEY)).tally().likes()).isEqualTo(round * 10);
        }
    }

    private static boolean survives(Runnable work) {
        try {
            work.run();
            return true;
        } catch (MortalStore.Dead e) {
            return false;
        }
    }

    @Test
    void ofManyAtOnceEachLikeIsCountedOnce() {
        like(0, 50);
        List<Integer> counted = Concurrently.each(
                IntStream.range(0, 8).boxed().toList(),
                i -> compaction(garden, LATER).run());

        assertThat(counted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
        assertThat(learned()).isEqualTo(50);
    }

    @Test
    void likesThatOthersMayStillComeBeforeAreLeft() {
        like(0, 5);

        assertThat(compaction(garden, Hall.OPENING.plusSeconds(60)).run()).isZero();
        assertThat(compaction(garden, LATER).run()).isEqualTo(5);
        assertThat(compaction(garden, LATER).run()).isZero();
    }

    @Test
    void aDamagedSnapshotIsMadeAnewOfTheLikes() {
        like(0, 5);
        for (byte[] damaged : List.of("not packed".getBytes(UTF_8), new byte[0], half(snapshotOfFive()))) {
            garden.write(Snapshot.KEY, damaged);

            assertThat(learned()).isEqualTo(5);
            assertThat(compaction(garden, LATER).run()).isEqualTo(5);
            assertThat(learned()).isEqualTo(5);
        }
        assertThat(log).anyMatch(line -> line.contains("snapshot_damaged"));
    }

    private byte[] snapshotOfFive() {
        Tally tally = new Tally();
        for (int i = 0; i < 5; i++) tally.count(Likes.of("guest" + i, ITEM));
        return new Snapshot("likes/", tally).bytes();
    }

    private static byte[] half(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length / 2);
    }

    @Test
    void aSnapshotSaysWhatTheTallySaid() {
        Tally tally = new Tally();
        tally.count(Likes.of("ann", ITEM, ITEM, "emotions/happy/img_2h.jpeg"));

        Snapshot read = Snapshot.read(new Snapshot("likes/x", tally).bytes());

        assertThat(read.through()).isEqualTo("likes/x");
        assertThat(read.tally().count(Likes.of("ann", ITEM))).isFalse();
        assertThat(read.tally().likes()).isOne();
        assertThat(read.tally().guests()).isOne();
        assertThat(read.tally().arms().keySet()).containsExactlyInAnyOrder(ITEM, "emotions/happy/img_2h.jpeg");
        assertThat(read.tally().arms().get(ITEM).pack())
                .isEqualTo(tally.arms().get(ITEM).pack());
    }

    @Test
    void aSnapshotNamesNoGuest() throws Exception {
        like(0, 5);
        compaction(garden, LATER).run();

        try (var open =
                new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(garden.read(Snapshot.KEY)))) {
            assertThat(new String(open.readAllBytes(), UTF_8)).contains(ITEM).doesNotContain("guest0\"");
        }
    }
}
