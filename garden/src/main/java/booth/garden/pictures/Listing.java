package booth.garden.pictures;

import java.util.List;
import java.util.Optional;

/**
 * The pictures of one search key.
 *
 * @param version changes with the pictures
 * @param newestFirst as {@link PictureKey#NEWEST_FIRST} has it
 */
public record Listing(String version, List<PictureKey> newestFirst) {
    public static final Listing EMPTY = new Listing("", List.of());

    /**
     * @param pictures of this page
     * @param next what to ask for to get the following page; empty where there is none
     */
    public record Page(List<PictureKey> pictures, Optional<PictureKey> next) {
        public Page {
            pictures = List.copyOf(pictures);
        }
    }

    public Listing {
        newestFirst = List.copyOf(newestFirst);
    }

    /**
     * @param from the first picture wanted, there or not any more; empty for the newest
     * @param count how many at most
     */
    public Page page(Optional<PictureKey> from, int count) {
        int start = from.map(this::indexOf).orElse(0);
        int end = (int) Math.min(newestFirst.size(), (long) start + count);
        Optional<PictureKey> next = end < newestFirst.size() ? Optional.of(newestFirst.get(end)) : Optional.empty();
        return new Page(newestFirst.subList(start, end), next);
    }

    private int indexOf(PictureKey from) {
        int found = java.util.Collections.binarySearch(newestFirst, from, PictureKey.NEWEST_FIRST);
        return found >= 0 ? found : -found - 1;
    }
}
