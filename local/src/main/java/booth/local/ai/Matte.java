package booth.local.ai;

import java.awt.image.BufferedImage;

/** Tells people from what is behind them. */
@FunctionalInterface
interface Matte {
    /** One number a pixel, row by row: 0 is background, 1 a person. */
    float[] alpha(BufferedImage frame);
}
