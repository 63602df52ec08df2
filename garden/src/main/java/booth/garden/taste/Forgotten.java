package booth.garden.taste;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.job.ObjectStore;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Guests who wished to be forgotten, by hashes of their ids. Whoever writes something of a guest looks here after it, and
 * takes it back if it belongs to before the wish; a wish is written before the guest's things are looked for. So of the two
 * one always sees the other.
 */
final class Forgotten {
    private static final String PREFIX = "taste/forgotten/";

    private final ObjectStore store;

    Forgotten(ObjectStore store) {
        this.store = store;
    }

    void wish(GuestId guest, Instant at) {
        store.write(PREFIX + guest.hash(), at.toString().getBytes(UTF_8));
    }

    /** Whether a guest has wished it at a time or later. */
    boolean since(GuestId guest, Instant time) {
        return store.find(PREFIX + guest.hash())
                .filter(wish -> !at(wish.bytes()).isBefore(time))
                .isPresent();
    }

    private static Instant at(byte[] wish) {
        try {
            return Instant.parse(new String(wish, UTF_8));
        } catch (DateTimeParseException e) {
            return Instant.MAX; // a wish is a wish
        }
    }
}
