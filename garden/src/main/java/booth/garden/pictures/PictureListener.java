package booth.garden.pictures;

import booth.core.Primed;
import java.util.Set;

/**
 * Hears of pictures that guests may see from now on, or no more: after the listings know it, at least once, and possibly
 * again.
 */
public interface PictureListener extends Primed {
    void came(Set<PictureKey> pictures);

    void went(Set<PictureKey> pictures);

    /** One who does not care. */
    PictureListener NOBODY = new PictureListener() {
        @Override
        public void came(Set<PictureKey> pictures) {}

        @Override
        public void went(Set<PictureKey> pictures) {}
    };
}
