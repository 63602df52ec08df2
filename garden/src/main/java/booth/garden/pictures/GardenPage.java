package booth.garden.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Pictures as clients see them.
 *
 * @param next where the following pictures begin; empty where these are all
 */
public record GardenPage(List<Seen> landscape, List<Seen> portrait, Optional<PictureKey> next) {
    /** An answer of Lambda's has 6 MiB at most, in which each quotation mark is two characters. */
    private static final int MOST_BYTES = 5_000_000;

    private static final int BYTES_BESIDE_TEXT = 40;

    /**
     * @param url its path is the picture's key
     * @param emotion the search key
     */
    public record Seen(String url, String emotion) {}

    /**
     * As many as one answer takes.
     *
     * @param url of a key
     */
    public static GardenPage of(Listing.Page page, UnaryOperator<String> url) {
        List<Seen> landscape = new ArrayList<>();
        List<Seen> portrait = new ArrayList<>();
        long bytes = 0;
        for (PictureKey picture : page.pictures()) {
            Seen seen = new Seen(url.apply(picture.key()), picture.search());
            bytes += seen.url().length() + 3L * seen.emotion().length() + BYTES_BESIDE_TEXT;
            if (bytes > MOST_BYTES) return new GardenPage(landscape, portrait, Optional.of(picture));
            (picture.orientation() == Orientation.PORTRAIT ? portrait : landscape).add(seen);
        }
        return new GardenPage(landscape, portrait, page.next());
    }

    /** Of pictures that somebody has chosen. */
    public static GardenPage of(List<PictureKey> pictures, UnaryOperator<String> url) {
        return of(new Listing.Page(pictures, Optional.empty()), url);
    }
}
