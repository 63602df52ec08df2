package booth.matting.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The packed pixels behind a TYPE_INT_RGB image, without a copy. */
public final class Pixels {
    private Pixels() {}

    public static int[] of(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    public static float red(int pixel) {
        return (pixel >> 16 & 255) / 255f;
    }

    public static float green(int pixel) {
        return (pixel >> 8 & 255) / 255f;
    }

    public static float blue(int pixel) {
        return (pixel & 255) / 255f;
    }

    public static float luminance(int pixel) {
        return .299f * red(pixel) + .587f * green(pixel) + .114f * blue(pixel);
    }

    public static int pack(float r, float g, float b) {
        return channel(r) << 16 | channel(g) << 8 | channel(b);
    }

    private static int channel(float v) {
        return (int) (Curve.clamp(v) * 255 + .5f);
    }
}
