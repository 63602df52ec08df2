package booth.garden.taste;

import booth.core.Json;
import booth.core.Refused;
import booth.core.job.ObjectStore;
import java.util.Optional;

/** Guests whose faces were seen, one object each, until a month has passed or they are forgotten. */
public final class GuestBook {
    static final String PREFIX = "taste/guests/";

    private static final long LARGEST = 4096;

    private final ObjectStore store;
    private final Forgotten forgotten;

    /** @param garden the garden's bucket */
    public GuestBook(ObjectStore garden) {
        this.store = garden;
        this.forgotten = new Forgotten(garden);
    }

    /** The guest was seen, for the first time or again; what was said last counts. */
    public void met(SeenGuest guest) {
        String key = key(guest.id());
        store.write(key, Json.bytes(guest));
        if (forgotten.since(guest.id(), guest.at())) store.delete(key);
    }

    /** What is known of a guest; of one whose object is damaged, nothing. */
    public Optional<SeenGuest> find(GuestId guest) {
        return read(key(guest));
    }

    Optional<SeenGuest> read(String key) {
        try {
            return store.find(key, LARGEST).map(object -> Json.read(key, object.bytes(), SeenGuest.class));
        } catch (IllegalArgumentException | Refused | ObjectStore.TooLarge e) {
            return Optional.empty(); // it only makes the first pictures fit better
        }
    }

    void forget(GuestId guest) {
        store.delete(key(guest));
    }

    private static String key(GuestId guest) {
        return PREFIX + guest.hash() + ".json";
    }
}
