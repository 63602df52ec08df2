package booth.garden.pictures;

import booth.core.Busy;
import booth.core.job.ObjectStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Listings of pictures, one object for each search key, kept in step with the bucket, which alone says what there is.
 *
 * <p>Events of S3's come late, twice and in any order, so none is believed: a listing is read, then the bucket is asked
 * about the pictures in question, then the listing is written if nobody has written it since. Whoever asked before the
 * last change of a picture is found out by whoever asks after it. A listing that is missing is made of the keys in the
 * bucket.
 */
public final class Listings implements Pictures {
    /** Writers of one listing are few; each that is overtaken has let another one pass. */
    private static final int TRIES = 50;

    private final ObjectStore store;
    private final SeenPictures seen;
    private final ListingCache cache = new ListingCache();

    public Listings(ObjectStore store) {
        this.store = store;
        this.seen = new SeenPictures(store);
    }

    @Override
    public Listing listing(Area area, SearchKey search) {
        ListingFile file = new ListingFile(area, search);
        Optional<String> version = store.head(file.key()).map(ObjectStore.Head::version);
        Optional<Listing> cached = version.flatMap(now -> cache.find(file, now));
        if (cached.isPresent()) return cached.get();
        Optional<ObjectStore.Stored> stored = version.flatMap(there -> store.find(file.key()));
        Listing listing = stored.map(found -> read(file, found)).orElseGet(() -> made(file));
        cache.keep(file, listing);
        return listing;
    }

    private static Listing read(ListingFile file, ObjectStore.Stored found) {
        return new Listing(found.version(), file.pictures(found.bytes()));
    }

    /**
     * Who asks for what never was leaves nothing behind. Where another one was faster, his listing is what all see next:
     * it is shown at once, so that no picture comes and goes again.
     */
    private Listing made(ListingFile file) {
        List<PictureKey> pictures =
                seen.all(file).stream().sorted(PictureKey.NEWEST_FIRST).toList();
        Listing mine = new Listing("", pictures);
        if (pictures.isEmpty() || store.create(file.key(), ListingFile.bytes(pictures))) return mine;
        return store.find(file.key()).map(found -> read(file, found)).orElse(mine);
    }

    /**
     * Brings the listings of some pictures in step with the bucket.
     *
     * @return those of them that are in the bucket and not hidden
     */
    public Set<PictureKey> refresh(Collection<PictureKey> pictures) {
        Set<PictureKey> there = new HashSet<>();
        pictures.stream()
                .collect(Collectors.groupingBy(ListingFile::of, Collectors.toSet()))
                .forEach((file, changed) -> there.addAll(refresh(file, changed)));
        return there;
    }

    /**
     * Makes all listings of an area anew, of the keys in the bucket, while pictures come and go.
     *
     * @return how many pictures are in them
     */
    public int rebuild(Area area) {
        Set<ListingFile> files = new HashSet<>();
        for (ObjectStore.Entry entry : store.list(area.prefix()))
            PictureKey.parse(entry.key()).map(ListingFile::of).ifPresent(files::add);
        for (ObjectStore.Entry entry : store.list(ListingFile.folder(area)))
            ListingFile.parse(area, entry.key()).ifPresent(files::add);
        int pictures = 0;
        for (ListingFile file : files) pictures += rebuild(file);
        return pictures;
    }

    private int rebuild(ListingFile file) {
        for (int i = 0; i < TRIES; i++) {
            Optional<ObjectStore.Head> before = store.head(file.key());
            Set<PictureKey> pictures = seen.all(file);
            byte[] bytes = ListingFile.bytes(pictures);
            if (before.map(there -> store.replace(file.key(), bytes, there.version()))
                    .orElseGet(() -> store.create(file.key(), bytes))) return pictures.size();
        }
        throw overrun(file);
    }

    /** One that was missing is written also where nothing is in it: whoever is making it of older keys must find out. */
    private Set<PictureKey> refresh(ListingFile file, Set<PictureKey> changed) {
        for (int i = 0; i < TRIES; i++) {
            Optional<ObjectStore.Stored> before = store.find(file.key());
            Set<PictureKey> there = before.isEmpty()
                    ? seen.all(file)
                    : seen.of(file, changed, before.get().bytes().length / ListingFile.LINE);
            boolean written = before.map(listed -> updated(file, listed, changed, there))
                    .orElseGet(() -> store.create(file.key(), ListingFile.bytes(there)));
            if (written) return retained(changed, there);
        }
        throw overrun(file);
    }

    private static Busy overrun(ListingFile file) {
        return new Busy(file.key() + " is being written by too many", new IllegalStateException(TRIES + " tries"));
    }

    private static Set<PictureKey> retained(Set<PictureKey> changed, Set<PictureKey> there) {
        Set<PictureKey> both = new HashSet<>(changed);
        both.retainAll(there);
        return both;
    }

    private boolean updated(
            ListingFile file, ObjectStore.Stored before, Set<PictureKey> changed, Set<PictureKey> there) {
        Set<PictureKey> listed = new HashSet<>(file.pictures(before.bytes()));
        boolean differs = listed.addAll(there);
        differs |= listed.removeIf(picture -> changed.contains(picture) && !there.contains(picture));
        return !differs || store.replace(file.key(), ListingFile.bytes(listed), before.version());
    }
}
