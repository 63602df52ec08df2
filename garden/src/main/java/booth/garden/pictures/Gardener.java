package booth.garden.pictures;

import booth.core.Concurrently;
import booth.core.job.ObjectStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tends the pictures. Everything can be repeated: who dies on the way leaves what the next call finds and mends. Listings
 * are refreshed at once, so that who removed a picture sees that it is gone; its event will find nothing left to do.
 */
public final class Gardener {
    private static final int AT_ONCE = 32;

    private final ObjectStore store;
    private final PictureCopies copies;
    private final Listings listings;
    private final HiddenPictures hidden;
    private final InstantSource clock;

    public Gardener(ObjectStore store, PictureCopies copies, Listings listings, InstantSource clock) {
        this.store = store;
        this.copies = copies;
        this.listings = listings;
        this.hidden = new HiddenPictures(store);
        this.clock = clock;
    }

    /** Those that are not there any more are as good as removed. */
    public void remove(Collection<PictureKey> pictures) {
        each(pictures, picture -> store.delete(picture.key()));
        listings.refresh(pictures);
    }

    /** The picture stays, but guests do not see it any more, until it is put again. */
    public void hide(PictureKey picture) {
        hidden.hide(picture, clock.instant());
        listings.refresh(List.of(picture));
    }

    /**
     * Takes pictures of the pool into the garden.
     *
     * @param into another emotion or favourite than they were painted for
     * @return those that are in the garden now; the others were not in the pool
     */
    public List<PictureKey> promote(Collection<PictureKey> pool, Optional<SearchKey> into) {
        List<PictureKey> promoted = new ArrayList<>();
        List<PictureKey> taken = new ArrayList<>();
        for (PictureKey picture : pool) {
            PictureKey place = place(picture, into);
            if (!copies.copy(picture.key(), place.key())) continue;
            promoted.add(place);
            taken.add(picture);
        }
        each(promoted, hidden::forget);
        listings.refresh(promoted); // before the pool forgets them: a picture is in two places rather than in none
        remove(taken);
        return promoted;
    }

    private static PictureKey place(PictureKey picture, Optional<SearchKey> into) {
        PictureKey same = picture.in(Area.EMOTIONS);
        return into.map(search -> new PictureKey(Area.EMOTIONS, search.emotion(), search.favourite(), same.name()))
                .orElse(same);
    }

    private static void each(Collection<PictureKey> pictures, Consumer<PictureKey> work) {
        List<PictureKey> all = List.copyOf(pictures);
        for (int i = 0; i < all.size(); i += AT_ONCE)
            Concurrently.each(all.subList(i, Math.min(all.size(), i + AT_ONCE)), picture -> {
                work.accept(picture);
                return picture;
            });
    }
}
