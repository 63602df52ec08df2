package booth.local.ai;

import booth.core.image.Mask;
import java.awt.image.BufferedImage;

/**
 * What a picture is to be painted of, whatever dialect asked for it.
 *
 * @param imageBytes the frame as it came, which tells it from other frames
 * @param frame TYPE_INT_RGB
 * @param kept which pixels stay as they are; of the frame's size
 * @param seed of the first picture; each further one counts up
 */
record Order(byte[] imageBytes, BufferedImage frame, Mask kept, String prompt, long seed, int pictures, Format format) {
    enum Format {
        PNG,
        JPEG
    }
}
