package booth.garden.taste;

import booth.garden.pictures.PictureKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What likes add up to. It names no guest: of who liked what there is a number for each pair of the last two days, which
 * is what a second like of the same picture by the same guest on the same day is known by, as it counts nothing.
 */
final class Tally {
    /** What a picture counts that was shown beside one that was liked: the guest may just not have come to it. */
    static final float PASSED_OVER = 0.6f;

    /** Beyond that those are forgotten that nobody has seen for longest; about 30 MB. */
    static final int MOST_PICTURES = 100_000;

    private static final int MOST_PAIRS = 200_000; // a day; a crowd that large may count some twice
    private static final int CROWD_BITS = 1024;
    private static final int DAYS = 2;

    private final Map<String, Arm> arms;
    private final TreeMap<LocalDate, Set<Long>> pairs;
    private final BitSet crowd;
    private long likes;

    Tally() {
        this(new HashMap<>(), new TreeMap<>(), new BitSet(CROWD_BITS), 0);
    }

    Tally(Map<String, Arm> arms, TreeMap<LocalDate, Set<Long>> pairs, BitSet crowd, long likes) {
        this.arms = arms;
        this.pairs = pairs;
        this.crowd = crowd;
        this.likes = likes;
    }

    /** Counts a like unless the guest has liked the picture on that day before; says whether it did. */
    boolean count(Like like) {
        LocalDate date = LocalDate.ofInstant(like.at(), ZoneOffset.UTC);
        if (!first(like, date)) return false;
        int day = (int) date.toEpochDay();
        for (PictureKey seen : like.impression()) {
            boolean liked = seen.equals(like.item());
            arms.computeIfAbsent(seen.key(), unseen -> new Arm())
                    .count(like.context(), liked, liked ? 1 : PASSED_OVER, day);
        }
        crowd.set(Math.floorMod(hash(like.id().hash()), CROWD_BITS));
        likes++;
        if (arms.size() > MOST_PICTURES + MOST_PICTURES / 10) trim();
        return true;
    }

    private boolean first(Like like, LocalDate day) {
        if (pairs.size() == DAYS && day.isBefore(pairs.firstKey())) return true; // too long ago to tell
        Set<Long> known = pairs.computeIfAbsent(day, none -> new HashSet<>());
        while (pairs.size() > DAYS) pairs.pollFirstEntry();
        if (known.size() >= MOST_PAIRS) return true;
        return known.add(hash(like.id().hash() + like.item().key()));
    }

    /** Of the text's characters, 64 bits; pairs of a day are too few for two to meet. */
    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) hash = 31 * hash + text.charAt(i);
        return hash ^ (hash >>> 29);
    }

    private void trim() {
        List<String> oldest = arms.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, Arm> arm) -> arm.getValue().day())
                        .thenComparing(arm -> arm.getValue().likes())
                        .thenComparing(Map.Entry::getKey))
                .limit(arms.size() - MOST_PICTURES)
                .map(Map.Entry::getKey)
                .toList();
        oldest.forEach(arms::remove);
    }

    /** What is known of a picture; of one that nobody has seen, nothing. */
    Arm of(PictureKey picture) {
        return arms.getOrDefault(picture.key(), new Arm());
    }

    /** All that were counted, ever. */
    long likes() {
        return likes;
    }

    /** How many different guests there were at least; exact while they are few, and never more than 1,024. */
    int guests() {
        return crowd.cardinality();
    }

    Map<String, Arm> arms() {
        return arms;
    }

    Map<LocalDate, Set<Long>> pairs() {
        return pairs;
    }

    BitSet crowd() {
        return crowd;
    }
}
