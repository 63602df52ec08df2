package booth.garden.pictures;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Listings that were read lately, so many that their pictures fit into memory. */
final class ListingCache {
    /** Some 200 bytes each. */
    private static final int MOST_PICTURES = 300_000;

    private final Map<ListingFile, Listing> recent = new LinkedHashMap<>(16, 0.75f, true);
    private int pictures;

    /** @param version that it must have */
    synchronized Optional<Listing> find(ListingFile file, String version) {
        return Optional.ofNullable(recent.get(file))
                .filter(known -> known.version().equals(version));
    }

    synchronized void keep(ListingFile file, Listing listing) {
        forget(recent.remove(file));
        if (listing.version().isEmpty()) return;
        recent.put(file, listing);
        pictures += listing.newestFirst().size();
        Iterator<Listing> eldest = recent.values().iterator();
        while (pictures > MOST_PICTURES && recent.size() > 1) {
            forget(eldest.next());
            eldest.remove();
        }
    }

    private void forget(@org.jspecify.annotations.Nullable Listing listing) {
        if (listing != null) pictures -= listing.newestFirst().size();
    }
}
