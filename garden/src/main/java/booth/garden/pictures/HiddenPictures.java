package booth.garden.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.job.ObjectStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pictures that are in the bucket but in no listing, each named by a marker {@code hidden/<its key>}, in which stands since
 * when. One that is put again later is seen again.
 */
final class HiddenPictures {
    private static final String FOLDER = "hidden/";

    private final ObjectStore store;

    HiddenPictures(ObjectStore store) {
        this.store = store;
    }

    void hide(PictureKey picture, Instant now) {
        store.write(FOLDER + picture.key(), now.toString().getBytes(UTF_8));
    }

    /** Forgets that a picture was hidden before it was put. */
    void cameAgain(PictureKey picture, Instant put) {
        Optional<Instant> since =
                store.find(FOLDER + picture.key()).map(marker -> Instant.parse(new String(marker.bytes(), UTF_8)));
        if (since.filter(put::isAfter).isPresent()) forget(picture);
    }

    void forget(PictureKey picture) {
        store.delete(FOLDER + picture.key());
    }

    /** Their keys, of those whose keys begin so. */
    Set<String> below(String prefix) {
        return store.list(FOLDER + prefix).stream()
                .map(entry -> entry.key().substring(FOLDER.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
