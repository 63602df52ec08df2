package booth.local.ai;

import java.awt.image.BufferedImage;

/** Tells people from what is behind them. */
@FunctionalInterface
interface Matte {
    People people(BufferedImage frame);
}
