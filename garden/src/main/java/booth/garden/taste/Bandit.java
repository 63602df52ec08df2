package booth.garden.taste;

import booth.core.function.JsonLog;
import booth.core.job.ObjectStore;
import booth.garden.pictures.Orientation;
import booth.garden.pictures.PictureKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Learns by itself, of the likes in the garden's bucket: {@link Ranking} over what was {@link Learned}. */
public final class Bandit implements Recommendations {
    /** So many likes a new function reads before its first answer, about half a second; then they are compacted. */
    static final int COMPACT = 500;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final InstantSource clock;
    private final LikeLog likes;
    private final Compaction compaction;
    private final Learned learned;
    private final Supplier<RandomGenerator> random;
    private Optional<Ranking> ranking = Optional.empty();

    /**
     * @param garden the garden's bucket
     * @param random asked once, for the first guest: what is drawn before a function's snapshot is drawn by all its copies
     */
    public Bandit(ObjectStore garden, InstantSource clock, Supplier<RandomGenerator> random, JsonLog log) {
        this.clock = clock;
        likes = LikeLog.of(garden, clock, log);
        compaction = new Compaction(garden, likes, log);
        learned = new Learned(likes, compaction, clock);
        this.random = random;
    }

    @Override
    public List<PictureKey> order(Guest guest, List<PictureKey> there) {
        Ranking drawn = ranking();
        List<PictureKey> order = new ArrayList<>();
        for (Orientation orientation : Orientation.values()) { // a page shows one or the other
            List<PictureKey> list = there.stream()
                    .filter(picture -> picture.orientation() == orientation)
                    .toList();
            if (list.isEmpty()) continue;
            String name = list.get(0).searchKey().text() + " " + orientation;
            order.addAll(learned.ask(tally -> drawn.order(name, guest.context(), list, tally::of)));
        }
        return order;
    }

    private synchronized Ranking ranking() {
        Ranking mine = ranking.orElseGet(() -> new Ranking(random.get()));
        ranking = Optional.of(mine);
        return mine;
    }

    @Override
    public void learn(Like like) {
        likes.append(like);
        learned.expectMore();
        if (!learned.isCompactionDue(COMPACT, clock.instant().minus(LONGEST))) return;
        compaction.run();
        learned.compacted();
    }

    /** What was learned so far, in numbers. */
    public Experience experience() {
        return learned.ask(tally -> new Experience(tally.likes(), tally.guests()));
    }

    /** Reads and writes a state in which nothing is. */
    @Override
    public void prime() {
        Snapshot.read(Snapshot.none().bytes());
    }
}
