package booth.garden.taste;

import booth.core.Primed;
import booth.garden.pictures.PictureKey;
import java.util.List;

/** Which pictures a guest should see first, learned from what guests like. */
public interface Recommendations extends Primed {
    /**
     * @param there all pictures that may be shown: those of one search key, newest first
     * @return some of them, the best first, none twice
     */
    List<PictureKey> order(Guest guest, List<PictureKey> there);

    /** Somebody liked a picture among others. */
    void learn(Like like);
}
