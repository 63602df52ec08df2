package booth.matting;

import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;

/**
 * The colours of the nearest pixels that certainly belong to one side of the matte: a blur that counts only those,
 * narrow where there are enough of them, wider where there are not.
 */
final class Surroundings {
    private static final int STEP = 4;
    private static final float[] REACHES = {6, 18, 60};

    private final Field[] colour = new Field[3];

    /** The side of the people, or that of the background. */
    Surroundings(BufferedImage photo, float[] matte, boolean people) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        Field weights = weights(matte, width, height, people);
        int[] pixels = Pixels.of(photo);
        float unit = Math.max(width, height) / 1024f;
        Field[] counts = new Field[REACHES.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = weights.copy().blur(REACHES[i] * unit);
        }
        for (int k = 0; k < 3; k++) {
            int shift = 16 - 8 * k;
            Field plain = Field.of(width, height, STEP, (x, y) -> {
                int p = pixels[Math.min(height - 1, (int) y) * width + Math.min(width - 1, (int) x)];
                return (p >> shift & 255) / 255f;
            });
            colour[k] = spread(plain, weights, counts, unit);
        }
    }

    private static Field spread(Field plain, Field weights, Field[] counts, float unit) {
        Field result = plain.copy();
        for (int reach = REACHES.length - 1; reach >= 0; reach--) {
            Field sum = plain.copy();
            for (int i = 0; i < sum.values.length; i++) {
                sum.values[i] *= weights.values[i];
            }
            sum.blur(REACHES[reach] * unit);
            for (int i = 0; i < sum.values.length; i++) {
                float count = counts[reach].values[i];
                float mean = sum.values[i] / Math.max(1e-4f, count);
                result.values[i] += (mean - result.values[i]) * Curve.step(.002f, .08f, count);
            }
        }
        return result;
    }

    float red(int x, int y) {
        return colour[0].at(x, y);
    }

    float green(int x, int y) {
        return colour[1].at(x, y);
    }

    float blue(int x, int y) {
        return colour[2].at(x, y);
    }

    private static Field weights(float[] matte, int width, int height, boolean people) {
        return Field.of(width, height, STEP, (x, y) -> {
            float a = matte[Math.min(height - 1, (int) y) * width + Math.min(width - 1, (int) x)];
            return people ? Curve.step(.9f, .99f, a) : Curve.step(.1f, .01f, a);
        });
    }
}
