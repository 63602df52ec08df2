package booth.local.ai;

import booth.core.image.Mask;
import java.awt.image.BufferedImage;

/**
 * A new world behind the people of a picture.
 *
 * @param imageBytes the frame as it came, which tells it from other frames
 * @param frame TYPE_INT_RGB
 * @param kept which pixels stay as they are; of the frame's size
 */
record EditOrder(
        byte[] imageBytes, BufferedImage frame, Mask kept, String prompt, long seed, int pictures, Format format)
        implements Order {}
