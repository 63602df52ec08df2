package booth.local.ai;

import booth.core.image.Box;
import java.awt.image.BufferedImage;

/** The brightness of a picture's pixels, 0 to 255, and what can be measured by it. */
final class Luma {
    /** A mean second derivative of this much is as sharp as photos of this size get. */
    private static final double SHARP = 24;
    /** A standard deviation of this much fills the range. */
    private static final double FULL_CONTRAST = 90;

    private final int width;
    private final int height;
    private final int[] values;

    private Luma(int width, int height, int[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    static Luma of(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        int[] values = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++)
            values[i] = (299 * (rgb[i] >> 16 & 0xff) + 587 * (rgb[i] >> 8 & 0xff) + 114 * (rgb[i] & 0xff)) / 1000;
        return new Luma(image.getWidth(), image.getHeight(), values);
    }

    Quality quality() {
        return quality(new Box(0, 0, width, height));
    }

    Quality quality(Box box) {
        int left = clip(box.x1(), 1, width - 2);
        int right = clip(box.x2(), left + 1, width - 1);
        int top = clip(box.y1(), 1, height - 2);
        int bottom = clip(box.y2(), top + 1, height - 1);
        double sum = 0;
        double squares = 0;
        double curvature = 0;
        for (int y = top; y < bottom; y++)
            for (int x = left, i = y * width + left; x < right; x++, i++) {
                int value = values[i];
                sum += value;
                squares += (double) value * value;
                curvature +=
                        Math.abs(4 * value - values[i - 1] - values[i + 1] - values[i - width] - values[i + width]);
            }
        double count = (double) (right - left) * (bottom - top);
        double mean = sum / count;
        double spread = Math.sqrt(Math.max(0, squares / count - mean * mean));
        return new Quality(mean / 2.55, share(curvature / count / SHARP), share(spread / FULL_CONTRAST));
    }

    private static int clip(double value, int low, int high) {
        return (int) Math.max(low, Math.min(high, value));
    }

    private static double share(double ratio) {
        return 100 * Math.min(1, ratio);
    }
}
