package booth.core.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Scales pictures with a Catmull-Rom cubic that widens with the reduction, so that every pixel of the source counts:
 * crisp, and without the jagged hair and shimmering cloth that picking pixels leaves. The
 * result is summed in floats, 12 bytes a pixel.
 */
final class Resampling {
    /** Reductions from here on begin with a cheap averaging of two by two pixels, and leave half of it to the cubic. */
    private static final int HALVE_FROM = 3;

    private final int width;
    private final int height;
    private final Taps across;
    private final Taps down;
    private final float[] row;
    private final float[] sums;
    private int firstOpenRow;

    private Resampling(Rows source, int width, int height) {
        this.width = width;
        this.height = height;
        across = Taps.of(source.width(), width);
        down = Taps.of(source.height(), height);
        row = new float[3 * width];
        sums = new float[3 * width * height];
    }

    /** The whole picture at the given size as TYPE_INT_RGB; transparency falls on white. */
    static BufferedImage scale(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height) return ImageBytes.rgb(image);
        boolean halve = image.getWidth() >= HALVE_FROM * width && image.getHeight() >= HALVE_FROM * height;
        Rows source = new Rows(image, halve);
        Resampling resampling = new Resampling(source, width, height);
        source.forEach(resampling::add);
        return resampling.result();
    }

    private void add(int y, int[] pixels, int start) {
        scaleRow(pixels, start);
        addRow(y);
    }

    private void scaleRow(int[] pixels, int start) {
        for (int x = 0; x < width; x++) {
            float[] weights = across.weights(x);
            int from = start + across.first(x);
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = 0; i < weights.length; i++) {
                int pixel = pixels[from + i];
                red += weights[i] * (pixel >> 16 & 0xff);
                green += weights[i] * (pixel >> 8 & 0xff);
                blue += weights[i] * (pixel & 0xff);
            }
            row[3 * x] = red;
            row[3 * x + 1] = green;
            row[3 * x + 2] = blue;
        }
    }

    /** Adds row {@code y} of the source to all rows of the result that it counts in. */
    private void addRow(int y) {
        while (firstOpenRow < height && down.end(firstOpenRow) <= y) firstOpenRow++;
        for (int out = firstOpenRow; out < height && down.first(out) <= y; out++) {
            float weight = down.weights(out)[y - down.first(out)];
            int start = out * row.length;
            for (int i = 0; i < row.length; i++) sums[start + i] += weight * row[i];
        }
    }

    private BufferedImage result() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = toByte(sums[3 * i]) << 16 | toByte(sums[3 * i + 1]) << 8 | toByte(sums[3 * i + 2]);
        return image;
    }

    /** A cubic overshoots a little at edges. */
    private static int toByte(float value) {
        return Math.max(0, Math.min(255, (int) (value + 0.5f)));
    }

    /** For each pixel of a line of the result: which pixels of the source it is made of, and how much each counts. */
    private record Taps(int[] starts, float[][] shares) {
        static Taps of(int from, int to) {
            double scale = (double) from / to;
            double widening = Math.max(1, scale);
            int[] starts = new int[to];
            float[][] shares = new float[to][];
            for (int out = 0; out < to; out++) {
                double centre = (out + 0.5) * scale;
                int first = Math.max(0, (int) Math.floor(centre - 2 * widening));
                int end = Math.min(from, (int) Math.ceil(centre + 2 * widening));
                starts[out] = first;
                shares[out] = shares(first, end, centre, widening);
            }
            return new Taps(starts, shares);
        }

        private static float[] shares(int first, int end, double centre, double widening) {
            float[] shares = new float[end - first];
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                double share = catmullRom((first + i + 0.5 - centre) / widening);
                shares[i] = (float) share;
                sum += share;
            }
            for (int i = 0; i < shares.length; i++) shares[i] /= (float) sum;
            return shares;
        }

        private static double catmullRom(double distance) {
            double d = Math.abs(distance);
            if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
            if (d < 2) return ((-0.5 * d + 2.5) * d - 4) * d + 2;
            return 0;
        }

        int first(int out) {
            return starts[out];
        }

        int end(int out) {
            return starts[out] + shares[out].length;
        }

        float[] weights(int out) {
            return shares[out];
        }
    }
}
