package booth.local.ai;

import booth.core.image.Box;
import booth.core.image.Mask;

/** Outlines what a box marks. */
@FunctionalInterface
interface Segmenter {
    /**
     * @param image a picture's bytes, which may be asked about again and again
     * @throws IllegalArgumentException when they are no picture
     */
    Mask segment(byte[] image, Box box);
}
