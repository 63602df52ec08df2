package booth.garden.pictures;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture's key, {@code emotions/<emotion>[/<favourite>]/img_<time>_<index><h|v>.jpeg}, or the same in the pool: it says
 * all that is known of the picture. Of the name only the ending is demanded; times are UTC.
 *
 * @param emotion in lower case, as {@code favourite}: a listing by prefix finds no other
 * @param name the last segment
 */
public record PictureKey(Area area, String emotion, Optional<String> favourite, String name) {
    static final String ENDING = ".jpeg";

    /** Newest first, by the time in the name; those without one come last. */
    public static final Comparator<PictureKey> NEWEST_FIRST = Comparator.comparing(
                    (PictureKey key) -> key.time().orElse(""), Comparator.reverseOrder())
            .thenComparing(PictureKey::index)
            .thenComparing(PictureKey::name)
            .thenComparing(PictureKey::key);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern TIMED = Pattern.compile(".*?(\\d{8}-\\d{6})(?!\\d).*");
    private static final Pattern NUMBERED = Pattern.compile(".*_(\\d{1,9})[hv]?\\.jpeg");

    public PictureKey {
        boolean good = SearchKey.isWord(emotion)
                && favourite.map(SearchKey::isWord).orElse(true)
                && SearchKey.isSegment(name)
                && name.endsWith(ENDING);
        if (!good)
            throw new Refused(
                    "NOT_A_PICTURE",
                    "The key of a picture is 'emotions/<emotion>/<name>.jpeg' or"
                            + " 'emotions/<emotion>/<favourite>/<name>.jpeg', or the same in 'imgPool/'.");
    }

    /** The picture that such a key names; empty for the key of anything else. */
    public static Optional<PictureKey> parse(String key) {
        try {
            return Optional.of(of(key));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    /** @throws Refused {@code NOT_A_PICTURE} */
    @JsonCreator
    public static PictureKey of(String key) {
        String[] parts = key.split("/", -1);
        Optional<Area> area = Arrays.stream(Area.values())
                .filter(one -> one.word().equals(parts[0]))
                .findFirst();
        if (area.isEmpty() || parts.length < 3 || parts.length > 4)
            throw new Refused(
                    "NOT_A_PICTURE", "There are no pictures but those in 'emotions/' and 'imgPool/', with an emotion.");
        Optional<String> favourite = parts.length == 4 ? Optional.of(parts[2]) : Optional.empty();
        return new PictureKey(area.get(), parts[1], favourite, parts[parts.length - 1]);
    }

    /** The key that a new picture gets. */
    public static PictureKey painted(Area area, SearchKey search, Instant time, int index, Orientation orientation) {
        return named(area, search, "img_" + stamp(time), index, orientation);
    }

    /** The same with a name that somebody has chosen, e.g. {@code img_20261122-093000}. */
    public static PictureKey named(Area area, SearchKey search, String stem, int index, Orientation orientation) {
        return new PictureKey(
                area, search.emotion(), search.favourite(), stem + "_" + index + orientation.letter() + ENDING);
    }

    /** As names have it: UTC, e.g. {@code 20261122-093000}. */
    public static String stamp(Instant time) {
        return TIME.format(time);
    }

    @JsonValue
    public String key() {
        return prefix() + name;
    }

    /** The key up to the name, with the slash. */
    String prefix() {
        return area.prefix() + emotion + "/"
                + favourite.map(chosen -> chosen + "/").orElse("");
    }

    public SearchKey searchKey() {
        return new SearchKey(emotion, favourite);
    }

    /** The search key's text. */
    String search() {
        return favourite.map(chosen -> emotion + "/" + chosen).orElse(emotion);
    }

    public Orientation orientation() {
        return Orientation.of(name);
    }

    /** When it was painted, as far as its name tells. */
    public Optional<Instant> paintedAt() {
        return time().flatMap(PictureKey::instant);
    }

    /** The same picture elsewhere. */
    public PictureKey in(Area other) {
        return new PictureKey(other, emotion, favourite, name);
    }

    private static Optional<Instant> instant(String stamp) {
        try {
            return Optional.of(LocalDateTime.parse(stamp, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // fifteen digits, but of no day
        }
    }

    private Optional<String> time() {
        Matcher timed = TIMED.matcher(name);
        return timed.matches() ? Optional.of(timed.group(1)) : Optional.empty();
    }

    private int index() {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return key();
    }
}
