package booth.segment;

import booth.core.image.Box;
import booth.core.image.Mask;

/** Outlines what a box marks on a frame. Called for all faces of a frame at the same time. */
interface Segmenter {
    /** @return a mask of the frame's size that keeps the outlined pixels */
    Mask segment(StoredFrame frame, Box box);
}
