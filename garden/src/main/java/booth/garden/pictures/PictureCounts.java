package booth.garden.pictures;

import booth.core.Concurrently;
import booth.core.job.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How many pictures the listings hold: one question a thousand listings, and one more for each that has changed. */
public final class PictureCounts {
    private static final int AT_ONCE = 32;

    private record Counted(ObjectStore.Entry of, int pictures) {}

    private final Map<String, Counted> known = new ConcurrentHashMap<>(); // as many as there are listings
    private final ObjectStore store;

    public PictureCounts(ObjectStore store) {
        this.store = store;
    }

    /** By search key; those without pictures are left out. */
    public Map<String, Integer> of(Area area) {
        Map<String, Integer> counts = new TreeMap<>();
        List<ObjectStore.Entry> all = store.list(ListingFile.folder(area));
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<ObjectStore.Entry> some = new ArrayList<>(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
            List<Integer> pictures = Concurrently.each(some, this::count);
            for (int j = 0; j < some.size(); j++) {
                int count = pictures.get(j);
                if (count > 0)
                    ListingFile.parse(area, some.get(j).key())
                            .ifPresent(file -> counts.put(file.search().text(), count));
            }
        }
        return counts;
    }

    private int count(ObjectStore.Entry listing) {
        if (listing.size() == 0) return 0;
        Counted before = known.get(listing.key());
        if (before != null && before.of().equals(listing)) return before.pictures();
        int pictures = store.find(listing.key())
                .map(stored -> ListingFile.count(stored.bytes()))
                .orElse(0);
        known.put(listing.key(), new Counted(listing, pictures));
        return pictures;
    }
}
