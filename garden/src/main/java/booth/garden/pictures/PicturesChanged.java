package booth.garden.pictures;

import static java.util.stream.Collectors.groupingBy;

import booth.core.job.ObjectStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows from pictures that came or went. */
final class PicturesChanged {
    private final Listings listings;
    private final HiddenPictures hidden;
    private final PictureListener listener;

    PicturesChanged(ObjectStore store, PictureListener listener) {
        this.listings = new Listings(store);
        this.hidden = new HiddenPictures(store);
        this.listener = listener;
    }

    void follow(Collection<PictureEvent> events) {
        cameAgain(events);
        Set<PictureKey> changed = events.stream().map(PictureEvent::picture).collect(Collectors.toSet());
        Set<PictureKey> there = listings.refresh(changed);
        if (!there.isEmpty()) listener.came(there);
        Set<PictureKey> gone = new HashSet<>(changed);
        gone.removeAll(there);
        if (!gone.isEmpty()) listener.went(gone);
    }

    /** Hidden pictures are few, so they are asked for by folder. */
    private void cameAgain(Collection<PictureEvent> events) {
        events.stream().collect(groupingBy(event -> event.picture().prefix())).forEach((folder, some) -> {
            Set<String> unseen = hidden.below(folder);
            some.stream()
                    .filter(event -> unseen.contains(event.picture().key()))
                    .forEach(event -> event.put().ifPresent(put -> hidden.cameAgain(event.picture(), put)));
        });
    }
}
