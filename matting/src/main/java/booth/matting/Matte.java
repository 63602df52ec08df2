package booth.matting;

import booth.matting.raster.Blur;
import booth.matting.raster.Curve;
import java.awt.image.BufferedImage;

/**
 * Turns the rough matte of a segmentation model into one that follows hair and shoulders: levels, no specks, a guided
 * filter along the colours of the photo, held to the rough matte away from its edge so that nothing leaks.
 */
final class Matte {
    private static final float REACH = 11;
    private static final float EPSILON = 4e-4f;

    private Matte() {}

    /** A new matte of the same size, 0..1; the given one is not changed. */
    static float[] refine(BufferedImage frame, float[] rough) {
        int width = frame.getWidth();
        int height = frame.getHeight();
        float unit = Math.max(width, height) / 1024f;
        float[] level = new float[rough.length];
        for (int i = 0; i < level.length; i++) {
            level[i] = Curve.step(.32f, .84f, rough[i]);
        }
        Specks.remove(level, width, height);
        int radius = Math.max(2, Math.round(REACH * unit));
        GuidedFilter filter = new GuidedFilter(frame, level, radius, EPSILON);
        float[] near = level.clone();
        Blur.box(near, width, height, Math.max(1, radius * 2 / 3));
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (near[i] <= .004f) {
                    level[i] = 0;
                } else if (near[i] >= .996f) {
                    level[i] = 1;
                } else {
                    float held = Curve.step(.004f, .1f, near[i]) * Curve.step(.996f, .9f, near[i]);
                    float fine = Curve.step(.16f, .96f, filter.at(x, y));
                    level[i] += (fine - level[i]) * held;
                }
            }
        }
        return level;
    }
}
