package booth.core.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Grey pictures with transparency. Java takes their grey for linear light and would brighten it (100 becomes 168),
 * though not that of other grey pictures; so they are laid on white here, sample by sample.
 */
final class GreyAlpha {
    private GreyAlpha() {}

    /** As eight-bit grey on white, if it is grey with transparency; any other picture as it is. */
    static BufferedImage flatten(BufferedImage image) {
        if (image.getRaster().getNumBands() != 2) return image;
        Raster from = image.getRaster();
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster to = flat.getRaster();
        int toEightBits = from.getSampleModel().getSampleSize(0) - 8;
        int[] pixels = new int[2 * image.getWidth()];
        int[] greys = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            from.getPixels(0, y, greys.length, 1, pixels);
            for (int x = 0; x < greys.length; x++) {
                int alpha = pixels[2 * x + 1] >> toEightBits;
                greys[x] = ((pixels[2 * x] >> toEightBits) * alpha + 255 * (255 - alpha) + 127) / 255;
            }
            to.setPixels(0, y, greys.length, 1, greys);
        }
        return flat;
    }
}
