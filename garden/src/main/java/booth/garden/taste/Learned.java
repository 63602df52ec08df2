package booth.garden.taste;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The tally as this function knows it: the snapshot, and what was liked after it. It looks for new likes every {@link
 * #FRESH}, so that functions that answer at the same time agree up to seconds.
 */
final class Learned {
    static final Duration FRESH = Duration.ofSeconds(2);

    /** A function that has slept for so long begins with the snapshot again, which has gone on meanwhile. */
    private static final Duration ASLEEP = Duration.ofMinutes(5);

    private final LikeLog likes;
    private final Compaction compaction;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();

    private final TreeSet<String> recent = new TreeSet<>(); // keys after the boundary that are counted
    private String boundary = ""; // nothing new comes before it
    private Tally tally = new Tally();
    private Instant looked = Instant.MIN;
    private int settledSince; // likes before the boundary that are not in the snapshot
    private String oldestSince = "";

    Learned(LikeLog likes, Compaction compaction, InstantSource clock) {
        this.likes = likes;
        this.compaction = compaction;
        this.clock = clock;
    }

    /** What the tally says, new likes included. */
    <T> T ask(Function<Tally, T> question) {
        refresh();
        synchronized (this) {
            return question.apply(tally);
        }
    }

    /**
     * Whether settled likes wait to be compacted: many, or one for long.
     *
     * @param many so many
     * @param longAgo when it was long ago
     */
    synchronized boolean isCompactionDue(int many, Instant longAgo) {
        return settledSince >= many || (settledSince > 0 && oldestSince.compareTo(LikeKeys.from(longAgo)) < 0);
    }

    /** They were, by this function or another. */
    synchronized void compacted() {
        settledSince = 0;
    }

    /** The next question looks for new likes. */
    synchronized void expectMore() {
        if (looked != Instant.MIN) looked = looked.minus(FRESH);
    }

    private void refresh() {
        if (isFresh()) return;
        if (isLoaded() && looking.isLocked()) return; // somebody is at it, and what is known is good enough
        looking.lock();
        try {
            if (!isFresh()) look();
        } finally {
            looking.unlock();
        }
    }

    private synchronized boolean isFresh() {
        return isLoaded() && Duration.between(looked, clock.instant()).compareTo(FRESH) < 0;
    }

    private synchronized boolean isLoaded() {
        return looked != Instant.MIN;
    }

    private void look() {
        Instant now = clock.instant();
        if (!isLoaded() || now.isAfter(looked.plus(ASLEEP))) begin(compaction.latest());
        String settled = likes.settled();
        List<String> keys = likes.keys(boundary, Compaction.AT_ONCE + recent.size()).stream()
                .filter(key -> !recent.contains(key))
                .limit(Compaction.AT_ONCE)
                .toList();
        List<LikeLog.Read> found = likes.read(keys);
        synchronized (this) {
            for (LikeLog.Read one : found) {
                one.like().ifPresent(tally::count);
                recent.add(one.key());
            }
            settle(settled);
            looked = keys.size() < Compaction.AT_ONCE ? now : now.minus(FRESH); // there are more
        }
    }

    /** What is settled need not be remembered by its key. */
    private void settle(String settled) {
        for (String key : List.copyOf(recent.headSet(settled))) {
            if (settledSince++ == 0) oldestSince = key;
            boundary = key;
            recent.remove(key);
        }
    }

    private synchronized void begin(Snapshot snapshot) {
        tally = snapshot.tally();
        boundary = snapshot.through();
        recent.clear();
        settledSince = 0;
        looked = clock.instant().minus(FRESH);
    }
}
