package booth.vision;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * One photo at full size, half, a quarter and so on. Networks look at small windows; sampling those from the full photo
 * would alias small faces away, so each sample is taken from the level next above the wanted resolution. Levels are
 * made when first needed. Not thread-safe.
 */
final class Pyramid {
    private static final double WORTH_HALVING = 1.99;
    private static final double WORTH_AVERAGING = 1.3;
    private final List<Level> levels = new ArrayList<>();

    Pyramid(BufferedImage photo) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        int[] pixels = photo.getType() == BufferedImage.TYPE_INT_RGB
                ? (int[]) photo.getRaster().getDataElements(0, 0, width, height, null)
                : photo.getRGB(0, 0, width, height, null, 0, width);
        levels.add(new Level(pixels, width, height));
    }

    /**
     * The window as a network wants it: rows of red, green, blue, with 0 mapped to {@code low} and 255 to {@code high};
     * black outside the photo.
     */
    float[] sample(Window window, int width, int height, float low, float high) {
        double shrink = Math.max(window.width() / width, window.height() / height);
        int depth = 0;
        for (; shrink > WORTH_HALVING; shrink /= 2) depth++;
        Window scaled = scale(window, 1.0 / (1 << depth));
        Sampler sampler = new Sampler(level(depth), (high - low) / 255, low);
        int taps = shrink > WORTH_AVERAGING ? 2 : 1;
        return sampler.fill(scaled, width, height, taps);
    }

    private static Window scale(Window w, double by) {
        return new Window(w.centerX() * by, w.centerY() * by, w.width() * by, w.height() * by, w.angle());
    }

    private Level level(int depth) {
        while (levels.size() <= depth) levels.add(levels.get(levels.size() - 1).half());
        return levels.get(depth);
    }

    /** Packed RGB pixels of one size. */
    private record Level(int[] rgb, int width, int height) {
        Level half() {
            int w = (width + 1) / 2;
            int h = (height + 1) / 2;
            int[] smaller = new int[w * h];
            for (int y = 0; y < h; y++) {
                int upper = 2 * y * width;
                int lower = Math.min(2 * y + 1, height - 1) * width;
                for (int x = 0; x < w; x++) {
                    int left = 2 * x;
                    int right = Math.min(left + 1, width - 1);
                    smaller[y * w + x] =
                            mean(rgb[upper + left], rgb[upper + right], rgb[lower + left], rgb[lower + right]);
                }
            }
            return new Level(smaller, w, h);
        }

        private static int mean(int a, int b, int c, int d) {
            int mean = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int sum = (a >> shift & 255) + (b >> shift & 255) + (c >> shift & 255) + (d >> shift & 255);
                mean |= (sum + 2) / 4 << shift;
            }
            return mean;
        }
    }

    /** Bilinear reading of one level, mapped to the network's range. */
    private static final class Sampler {
        private final Level level;
        private final float gain;
        private final float offset;
        private double red;
        private double green;
        private double blue;

        Sampler(Level level, float gain, float offset) {
            this.level = level;
            this.gain = gain;
            this.offset = offset;
        }

        float[] fill(Window window, int width, int height, int taps) {
            float[] out = new float[width * height * 3];
            double cos = Math.cos(window.angle());
            double sin = Math.sin(window.angle());
            float share = gain / (taps * taps);
            for (int y = 0, o = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    red = green = blue = 0;
                    for (int tap = 0; tap < taps * taps; tap++) {
                        double u = ((x + (tap % taps + .5) / taps) / width - .5) * window.width();
                        double v = ((y + (tap / taps + .5) / taps) / height - .5) * window.height();
                        add(window.centerX() + u * cos - v * sin, window.centerY() + u * sin + v * cos);
                    }
                    out[o++] = (float) red * share + offset;
                    out[o++] = (float) green * share + offset;
                    out[o++] = (float) blue * share + offset;
                }
            }
            return out;
        }

        /** Adds the colour at a place of this level; outside the photo that is black. */
        private void add(double x, double y) {
            if (x < 0 || y < 0 || x > level.width || y > level.height) return;
            double left = Math.max(0, Math.min(level.width - 1, x - .5));
            double top = Math.max(0, Math.min(level.height - 1, y - .5));
            int x0 = (int) left;
            int y0 = (int) top;
            int right = x0 + 1 < level.width ? 1 : 0;
            int below = y0 + 1 < level.height ? level.width : 0;
            int at = y0 * level.width + x0;
            double fx = left - x0;
            double fy = top - y0;
            add(level.rgb[at], (1 - fx) * (1 - fy));
            add(level.rgb[at + right], fx * (1 - fy));
            add(level.rgb[at + below], (1 - fx) * fy);
            add(level.rgb[at + right + below], fx * fy);
        }

        private void add(int rgb, double weight) {
            red += weight * (rgb >> 16 & 255);
            green += weight * (rgb >> 8 & 255);
            blue += weight * (rgb & 255);
        }
    }
}
