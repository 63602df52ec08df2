package booth.segment;

import booth.core.image.Box;
import booth.core.image.Mask;
import java.util.Optional;

/** Outlines what a box marks on a frame. Called for all faces of a frame at the same time. */
interface Segmenter {
    /** @return a mask of the frame's size that keeps the outlined pixels */
    Mask segment(StoredFrame frame, Box box);

    /**
     * Looks at the frame once for all of its faces, where that is what takes the time.
     *
     * @return key of what was seen; empty where nothing is kept
     */
    default Optional<String> encode(StoredFrame frame) {
        return Optional.empty();
    }
}
