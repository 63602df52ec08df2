package booth.local.ai;

import java.awt.image.BufferedImage;

/** Looks at a photo for Rekognition. */
@FunctionalInterface
interface Sight {
    /** @param photo TYPE_INT_RGB, about 1024 pixels long */
    SeenPhoto look(BufferedImage photo);
}
