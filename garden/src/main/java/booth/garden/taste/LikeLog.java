package booth.garden.taste;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.ObjectStore;
import booth.core.job.ObjectStore.Entry;
import booth.core.job.ObjectStore.TooLarge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * All likes, one object each, in the order of time: nothing is ever changed, only added, and taken away when a guest is
 * forgotten or a month has passed.
 *
 * <p>A like is there a moment after the time in its key, so that others may come to be before it until then. Whoever has
 * read up to a like may count on nothing coming before it any more once it is {@link #SETTLED} old: a like whose writing
 * took half as long is written once more, as a later one, and a guest's second like of a picture counts nothing.
 */
final class LikeLog {
    /** Four times as long as a function runs. */
    static final Duration SETTLED = Duration.ofMinutes(2);

    private static final int PAGE = 1000; // what S3 lists at once
    private static final int AT_ONCE = 16;
    private static final long LARGEST = 64 * 1024;

    private final ObjectStore store;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Forgotten forgotten;
    private final JsonLog log;

    static LikeLog of(ObjectStore store, InstantSource clock, JsonLog log) {
        return new LikeLog(store, clock, UUID::randomUUID, log);
    }

    private LikeLog(ObjectStore store, InstantSource clock, Supplier<UUID> ids, JsonLog log) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.forgotten = new Forgotten(store);
        this.log = log;
    }

    /** A like that was read; empty where the object was damaged, or is gone. */
    record Read(String key, Optional<Like> like) {}

    /** Has it kept, unless its guest was forgotten meanwhile. */
    void append(Like like) {
        Instant start = clock.instant();
        String key = LikeKeys.of(like.id(), start, ids.get());
        store.write(key, Json.bytes(like));
        if (forgotten.since(like.id(), like.at())) {
            store.delete(key);
            return;
        }
        if (Duration.between(start, clock.instant()).compareTo(SETTLED.dividedBy(2)) < 0) return;
        append(like);
        store.delete(key);
    }

    /** The likes after a key, a page of them. */
    List<String> keys(String after) {
        return store.list(LikeKeys.PREFIX, after, PAGE).stream().map(Entry::key).toList();
    }

    /** The likes of a day after a key, a page of them. */
    List<String> keys(LocalDate day, String after) {
        return store.list(LikeKeys.of(day), after, PAGE).stream()
                .map(Entry::key)
                .toList();
    }

    /** All days since the first like that is kept. */
    List<LocalDate> days() {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        return store.list(LikeKeys.PREFIX, LikeKeys.PREFIX, 1).stream()
                .flatMap(first -> LikeKeys.day(first.key()).orElse(tomorrow).datesUntil(tomorrow.plusDays(1)))
                .toList();
    }

    /**
     * The likes after a key.
     *
     * @param limit of keys, about
     */
    List<String> keys(String after, int limit) {
        List<String> all = new ArrayList<>();
        String last = after;
        while (all.size() < limit) {
            List<String> page = keys(last);
            all.addAll(page);
            if (page.size() < PAGE) break;
            last = page.get(page.size() - 1);
        }
        return all;
    }

    /** No key before it is still to come. */
    String settled() {
        return LikeKeys.from(clock.instant().minus(SETTLED));
    }

    /** In the keys' order. */
    List<Read> read(List<String> keys) {
        List<Read> all = new ArrayList<>();
        for (int i = 0; i < keys.size(); i += AT_ONCE)
            all.addAll(Concurrently.each(keys.subList(i, Math.min(keys.size(), i + AT_ONCE)), this::read));
        return all;
    }

    private Read read(String key) {
        try {
            return new Read(key, store.find(key, LARGEST).map(object -> Json.read(key, object.bytes(), Like.class)));
        } catch (IllegalArgumentException | Refused | TooLarge e) { // one that is damaged costs no other
            log.write(LogLine.of("like_damaged").message(key + " is passed over: " + e.getMessage()));
            return new Read(key, Optional.empty());
        }
    }

    void delete(String key) {
        store.delete(key);
    }
}
