package booth.matting.raster;

/** Blurs of float planes by running sums, so that the cost does not depend on the radius. */
public final class Blur {
    private Blur() {}

    /** Two box passes: close enough to a Gaussian whose reach is about twice the radius. */
    public static void gaussian(float[] plane, int width, int height, int radius) {
        box(plane, width, height, radius);
        box(plane, width, height, radius);
    }

    /** Mean over the square of the given radius, clipped at the border (so that no dark rim appears). */
    public static void box(float[] plane, int width, int height, int radius) {
        along(plane, width, height, radius);
        down(plane, width, height, radius);
    }

    private static void along(float[] plane, int width, int height, int radius) {
        float[] line = new float[width];
        for (int y = 0; y < height; y++) {
            int offset = y * width;
            System.arraycopy(plane, offset, line, 0, width);
            double sum = 0;
            for (int x = 0; x < Math.min(radius, width); x++) {
                sum += line[x];
            }
            for (int x = 0; x < width; x++) {
                if (x + radius < width) {
                    sum += line[x + radius];
                }
                if (x - radius - 1 >= 0) {
                    sum -= line[x - radius - 1];
                }
                plane[offset + x] = (float) (sum / window(x, width, radius));
            }
        }
    }

    /** All columns at once, row by row, because memory is read by rows; the overwritten rows wait in a ring. */
    private static void down(float[] plane, int width, int height, int radius) {
        double[] sums = new double[width];
        float[][] ring = new float[radius + 1][width];
        for (int y = 0; y < Math.min(radius, height); y++) {
            add(sums, plane, y * width, 1);
        }
        for (int y = 0; y < height; y++) {
            float[] old = ring[y % (radius + 1)];
            if (y + radius < height) {
                add(sums, plane, (y + radius) * width, 1);
            }
            if (y - radius - 1 >= 0) {
                add(sums, old, 0, -1);
            }
            System.arraycopy(plane, y * width, old, 0, width);
            float share = 1f / window(y, height, radius);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (float) sums[x] * share;
            }
        }
    }

    private static void add(double[] sums, float[] plane, int offset, int sign) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += sign * plane[offset + x];
        }
    }

    private static int window(int i, int length, int radius) {
        return Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1;
    }
}
