package booth.generate;

import booth.core.image.PixelRect;
import java.awt.image.BufferedImage;

/** Compares pictures. */
final class Pixels {
    private Pixels() {}

    /** Mean over all channels of a part, 0 to 255. */
    static double meanDifference(BufferedImage a, BufferedImage b, PixelRect part) {
        long sum = 0;
        for (int y = part.y1(); y < part.y2(); y++)
            for (int x = part.x1(); x < part.x2(); x++)
                for (int shift = 0; shift <= 16; shift += 8)
                    sum += Math.abs((a.getRGB(x, y) >> shift & 0xff) - (b.getRGB(x, y) >> shift & 0xff));
        return sum / 3.0 / part.width() / part.height();
    }
}
