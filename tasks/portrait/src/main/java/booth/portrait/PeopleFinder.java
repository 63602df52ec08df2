package booth.portrait;

import booth.core.image.Box;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds which pixels of a photo are people. */
@FunctionalInterface
interface PeopleFinder {
    /**
     * @param photo TYPE_INT_RGB
     * @param faces of those who are looked at more closely, in pixels
     * @return one number a pixel, row by row: 0 is background, 1 a person, between at soft edges
     */
    float[] alpha(BufferedImage photo, List<Box> faces);
}
