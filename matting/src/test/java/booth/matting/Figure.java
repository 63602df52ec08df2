package booth.matting;

import booth.matting.raster.Curve;
import java.awt.image.BufferedImage;

/** A flat grey person (an upright oval reaching the bottom) on a flat background, with the matte a model would give. */
public record Figure(BufferedImage photo, float[] matte, float[] depth) {
    public static final int PERSON = 0x808080;
    private static final float SOFT = 6;

    public static Figure standing(int width, int height) {
        return standing(width, height, 0xFFFFFF);
    }

    public static Figure standing(int width, int height, int background) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        float[] matte = new float[width * height];
        float[] depth = new float[width * height];
        float radius = Math.min(width, height) * .28f;
        float head = height * .5f;
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                double up = Math.max(0, head - y);
                depth[i] = radius - (float) Math.hypot(x - width / 2f, up);
                matte[i] = Curve.step(-SOFT / 2, SOFT / 2, depth[i]);
                photo.setRGB(x, y, mixed(background, Curve.clamp(depth[i] + .5f)));
            }
        }
        return new Figure(photo, matte, depth);
    }

    /** At least so many pixels inside the outline. */
    public boolean inside(int pixel, float by) {
        return depth[pixel] > by;
    }

    /** At least so many pixels outside the outline. */
    public boolean outside(int pixel, float by) {
        return depth[pixel] < -by;
    }

    private static int mixed(int background, float coverage) {
        int pixel = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            float own = PERSON >> shift & 255;
            float other = background >> shift & 255;
            pixel |= Math.round(other + (own - other) * coverage) << shift;
        }
        return pixel;
    }
}
