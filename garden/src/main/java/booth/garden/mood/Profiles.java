package booth.garden.mood;

import booth.core.Concurrently;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.ObjectStore;
import booth.garden.taste.GuestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * The guests' photos, {@code profile/<guest>.jpeg}, each there for as long as it is looked at. Only a function that died
 * meanwhile leaves one; that is swept away a few minutes later, and by the bucket itself a day later.
 */
final class Profiles {
    private static final String FOLDER = "profile/";
    /** Nobody looks at a photo as long as this. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final int TRIES = 2;

    private final ObjectStore garden;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param garden the garden's bucket */
    Profiles(ObjectStore garden, InstantSource clock, JsonLog log) {
        this.garden = garden;
        this.clock = clock;
        this.log = log;
    }

    static String key(GuestId guest) {
        return FOLDER + guest.value() + ".jpeg";
    }

    /** Has the photo stored while somebody looks, and no longer, whatever comes of it: no answer leaves one behind. */
    <T> T during(GuestId guest, byte[] jpeg, Supplier<T> look) {
        String key = key(guest);
        T seen;
        try {
            seen = Concurrently.both(() -> store(key, jpeg), look, (stored, result) -> result);
        } catch (RuntimeException | Error e) {
            deleteAfter(e, key);
            throw e;
        }
        delete(key);
        return seen;
    }

    private String store(String key, byte[] jpeg) {
        garden.write(key, jpeg);
        return key;
    }

    private void deleteAfter(Throwable failure, String key) {
        try {
            delete(key);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void delete(String key) {
        for (int i = 1; ; i++) {
            try {
                garden.delete(key);
                return;
            } catch (RuntimeException e) { // whatever it is: the photo must not stay
                if (i < TRIES) continue;
                log.write(LogLine.of("profile_left").error(e));
                throw e;
            }
        }
    }

    /** Deletes what functions left that died; how many. */
    int sweep() {
        Instant old = clock.instant().minus(LOOK);
        List<ObjectStore.Entry> left = garden.list(FOLDER).stream()
                .filter(entry -> entry.modified().isBefore(old))
                .toList();
        left.forEach(entry -> garden.delete(entry.key()));
        if (!left.isEmpty()) log.write(LogLine.of("profiles_swept").message(left.size() + " photos"));
        return left.size();
    }
}
