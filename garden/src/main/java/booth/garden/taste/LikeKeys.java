package booth.garden.taste;

import booth.garden.pictures.PictureKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys of likes, {@code likes/<yyyyMMdd>/<yyyyMMdd-HHmmss>-<uuid>.json}: in the order of time, and no two alike. The first
 * eight digits of the UUID follow from the guest's id, so that an erasure reads no likes but those that may be the guest's.
 */
final class LikeKeys {
    static final String PREFIX = "likes/";

    private static final int DAY = 8;
    private static final int HASH = 8;

    private LikeKeys() {}

    /** @param random makes the key a new one */
    static String of(GuestId guest, Instant time, UUID random) {
        return from(time) + "-" + digits(guest) + random.toString().substring(HASH) + ".json";
    }

    /** All likes of a day begin with it. */
    static String of(LocalDate day) {
        return PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "/";
    }

    /** Of which day a like is; empty where the key is not of our making. */
    static Optional<LocalDate> day(String key) {
        try {
            int start = PREFIX.length();
            return Optional.of(LocalDate.parse(key.substring(start, start + DAY), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** What all keys of likes from that second on come after. */
    static String from(Instant time) {
        String stamp = PictureKey.stamp(time);
        return PREFIX + stamp.substring(0, DAY) + "/" + stamp;
    }

    /** Whether a like may be the guest's; one in four thousand million others looks like one. */
    static boolean mayBe(String key, GuestId guest) {
        return key.startsWith(digits(guest), from(Instant.EPOCH).length() + 1);
    }

    private static String digits(GuestId guest) {
        return guest.hash().substring(0, HASH).toLowerCase(Locale.ROOT);
    }
}
