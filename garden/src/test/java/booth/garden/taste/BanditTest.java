package booth.garden.taste;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Concurrently;
import booth.core.function.JsonLog;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.ObjectStore;
import booth.garden.pictures.PictureKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BanditTest {
    private final InMemoryObjectStore garden = new InMemoryObjectStore();
    private final AtomicReference<Instant> now = new AtomicReference<>(Hall.OPENING);
    private final List<String> log = new ArrayList<>();
    private final List<PictureKey> pictures =
            IntStream.range(0, 30).mapToObj(i -> PictureKey.of(picture(i))).toList();
    private final Guest woman = new Guest(Optional.empty(), Likes.YOUNG_WOMAN);

    private static String picture(int i) {
        return "emotions/happy/img_20261122-093000_" + i + "h.jpeg";
    }

    private Bandit function(long seed) {
        return function(garden, seed);
    }

    private Bandit function(ObjectStore store, long seed) {
        return new Bandit(store, now::get, () -> new Random(seed), new JsonLog(log::add));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private long timesAmongTheFirst(Bandit bandit, PictureKey picture, Guest guest) {
        return IntStream.range(0, 100)
                .filter(i ->
                        bandit.order(guest, pictures).subList(0, Ranking.SCREEN).contains(picture))
                .count();
    }

    @Test
    void everyPictureIsAnsweredOnce() {
        List<PictureKey> both = new ArrayList<>(pictures);
        both.add(PictureKey.of("emotions/happy/img_20261122-093000_1v.jpeg"));

        assertThat(function(1).order(woman, both)).containsExactlyInAnyOrderElementsOf(both);
        assertThat(function(1).order(woman, List.of())).isEmpty();
    }

    @Test
    void oneLikeIsSeenInTheNextAnswers() {
        Bandit bandit = function(1);
        PictureKey liked = pictures.get(17);
        long before = timesAmongTheFirst(bandit, liked, woman);

        bandit.learn(Likes.of("ann", picture(17), picture(3), picture(17), picture(4)));

        assertThat(before).isBetween(2L, 25L);
        assertThat(timesAmongTheFirst(bandit, liked, woman)).isGreaterThan(2 * before);
        assertThat(timesAmongTheFirst(bandit, pictures.get(3), woman)).isLessThan(before);
    }

    @Test
    void twentyLikesMakeAPictureTheFirst() {
        Bandit bandit = function(1);
        for (int i = 0; i < 20; i++)
            bandit.learn(Likes.of("guest" + i, picture(17), picture(i % 17), picture(17), picture(18 + i % 12)));

        assertThat(timesAmongTheFirst(bandit, pictures.get(17), woman)).isGreaterThan(90);
        Guest nobodyKnown = new Guest(Optional.empty(), Context.UNKNOWN);
        assertThat(timesAmongTheFirst(bandit, pictures.get(17), nobodyKnown)).isGreaterThan(70);
    }

    @Test
    void aSecondLikeOfTheSamePictureOnTheSameDayCountsNothing() {
        Bandit bandit = function(1);
        for (int i = 0; i < 3; i++) bandit.learn(Likes.of("ann", picture(1), picture(1), picture(2)));

        assertThat(bandit.experience()).isEqualTo(new Experience(1, 1));
        assertThat(garden.list("likes/")).hasSize(3);
        bandit.learn(Likes.at(Hall.OPENING.plus(Duration.ofDays(1)), "ann", picture(1)));
        assertThat(bandit.experience()).isEqualTo(new Experience(2, 1));
    }

    @Test
    void functionsAgreeWithinSeconds() {
        Bandit one = function(1);
        Bandit other = function(2);
        assertThat(other.experience().likes()).isZero();

        one.learn(Likes.of("ann", picture(1)));

        assertThat(one.experience().likes()).isOne();
        pass(Learned.FRESH);
        assertThat(other.experience().likes()).isOne();
    }

    @Test
    void ofTwoHundredGuestsAtOnceNoLikeIsLostAndNoneCountedTwice() {
        List<Bandit> functions = List.of(function(1), function(2), function(3));
        Concurrently.each(IntStream.range(0, 200).boxed().toList(), guest -> {
            Bandit mine = functions.get(guest % 3);
            for (int i = 0; i < 5; i++) mine.learn(Likes.of("guest" + guest, picture(i), picture(i), picture(i + 1)));
            return mine.order(woman, pictures);
        });

        pass(Learned.FRESH);
        assertThat(functions)
                .allSatisfy(each -> assertThat(each.experience().likes()).isEqualTo(1000));
        assertThat(garden.list("likes/")).hasSize(1000);
    }

    @Test
    void manyLikesAreCompactedAndANewFunctionReadsOnlyWhatCameAfter() {
        Bandit bandit = function(1);
        for (int i = 0; i < Bandit.COMPACT; i++) bandit.learn(Likes.of("guest" + i, picture(i % 30)));
        pass(LikeLog.SETTLED.multipliedBy(2));
        bandit.experience();
        bandit.learn(Likes.of("late", picture(1)));

        assertThat(Snapshot.read(garden.read(Snapshot.KEY)).tally().likes()).isEqualTo(Bandit.COMPACT);
        Counting counting = new Counting(garden);
        assertThat(function(counting, 2).experience().likes()).isEqualTo(Bandit.COMPACT + 1);
        assertThat(counting.reads()).isEqualTo(2); // the snapshot and the late one
        assertThat(bandit.experience().likes()).isEqualTo(Bandit.COMPACT + 1);
    }

    @Test
    void aQuietGardenIsCompactedOnceADay() {
        function(1).learn(Likes.of("ann", picture(1)));
        pass(Duration.ofDays(2));
        Bandit later = function(2);
        later.experience();
        later.learn(Likes.at(now.get(), "ben", picture(1)));

        assertThat(garden.exists(Snapshot.KEY)).isTrue();
    }

    @Test
    void aDamagedLikeIsPassedOverAndNamed() {
        Bandit bandit = function(1);
        bandit.learn(Likes.of("ann", picture(1)));
        garden.write("likes/20261122/20261122-090000-damaged.json", "{\"id\":".getBytes(UTF_8));
        garden.write("likes/20261122/20261122-090000-hostile.json", new byte[100_000]);
        garden.write(
                "likes/20261122/20261122-090000-refused.json",
                "{\"id\":\"../x\",\"item\":\"a\",\"impression\":[],\"at\":\"2026-11-22T09:00:00Z\"}".getBytes(UTF_8));
        pass(Learned.FRESH);

        assertThat(bandit.experience().likes()).isOne();
        assertThat(log).hasSize(3).allMatch(line -> line.contains("like_damaged"));
        assertThat(String.join("", log)).contains("090000-damaged.json", "hostile.json", "refused.json");
    }

    @Test
    void aLikeThatTookMinutesToWriteIsNotLost() {
        Bandit reader = function(1);
        Slow slow = new Slow(garden, () -> pass(LikeLog.SETTLED.plusSeconds(1)));
        Bandit writer = function(slow, 2);
        reader.learn(Likes.of("ann", picture(1)));

        writer.learn(Likes.of("ben", picture(2)));

        pass(Learned.FRESH);
        assertThat(reader.experience().likes()).isEqualTo(2);
        assertThat(garden.list("likes/")).hasSize(2);
    }

    @Test
    void aPictureThatIsRemovedIsNotAnsweredAnyMore() {
        Bandit bandit = function(1);
        bandit.learn(Likes.of("ann", picture(1), picture(1), picture(2)));
        bandit.order(woman, pictures);

        List<PictureKey> left = pictures.subList(2, 30);
        assertThat(bandit.order(woman, left)).containsExactlyInAnyOrderElementsOf(left);
    }

    /** Says how many objects were read. */
    private static final class Counting extends Through {
        private int reads;

        Counting(ObjectStore store) {
            super(store);
        }

        synchronized int reads() {
            return reads;
        }

        @Override
        public synchronized Optional<Stored> find(String key) {
            reads++;
            return super.find(key);
        }
    }

    /** The first object is long on its way. */
    private static final class Slow extends Through {
        private final Runnable wait;
        private boolean waited;

        Slow(ObjectStore store, Runnable wait) {
            super(store);
            this.wait = wait;
        }

        @Override
        public void write(String key, byte[] bytes) {
            if (!waited) wait.run();
            waited = true;
            super.write(key, bytes);
        }
    }
}
