package booth.monster;

import booth.matting.raster.LinearLight;
import booth.matting.raster.Pixels;

/**
 * The light a face stands in, as a mask before it would show it: how bright, of what tint, and what comes from which side.
 * It is followed gently, because a face is dark also where its skin is, and the mask is to stay what it is.
 */
record FaceLight(Channel red, Channel green, Channel blue) {
    /**
     * One of three colours of light.
     *
     * @param gain what the mask's own colour is multiplied by in its middle, in linear light
     * @param slope by how much of that it grows towards the right edge, and shrinks towards the left
     */
    record Channel(float gain, float slope) {
        /** @param across where on the mask, in half widths from its middle */
        float at(double across) {
            return gain * (float) (1 + slope * Math.max(-1, Math.min(1, across)));
        }
    }

    private static final Channel AS_IT_IS = new Channel(1, 0);
    static final FaceLight EVEN = new FaceLight(AS_IT_IS, AS_IT_IS, AS_IT_IS);

    /** Mean of faces of the sample photos, which are lit well: luminance, and each channel's part of it. */
    private static final double BRIGHTNESS = .26;

    private static final double[] SKIN = {1.5, .9, .62};
    private static final double[] LUMINANCE = {.2126, .7152, .0722};

    private static final double FOLLOW_BRIGHTNESS = .45;
    private static final double FOLLOW_TINT = .35;
    private static final double FOLLOW_SLOPE = .9;
    private static final double DARKEST = .5;

    /** A mask is to be seen, however dark it is. */
    private static final double DIMMEST = .14;

    /** What the brightest things of a photo are in light: a white shirt or a lamp. */
    private static final double WELL_EXPOSED = .5;

    private static final double BRIGHTEST_PART = .01;
    private static final int LEVELS = 256;
    private static final int STRIDE = 13; // no divisor of a frame's width, so that every column counts
    private static final double BRIGHTEST = 1.2;
    private static final double MOST_TINT = 1.2;
    private static final double STEEPEST = .5;

    /** Fewer pixels than these tell nothing. */
    private static final int ENOUGH = 40;

    static FaceLight of(Skin skin) {
        Sums sums = new Sums();
        int[] pixels = skin.pixels();
        skin.forEach(0, (i, across) -> sums.add(pixels[i], across));
        if (sums.count < ENOUGH) return EVEN;
        double dim = dim(pixels);
        return new FaceLight(sums.channel(0, dim), sums.channel(1, dim), sums.channel(2, dim));
    }

    /**
     * How much less light there is than in a photo that is well exposed: 1 in most, and in a dark room 1 as soon as anything
     * in it is bright. A face alone does not tell a dim light from dark skin; what is brightest in the whole photo does.
     */
    private static double dim(int[] pixels) {
        int[] counts = new int[LEVELS];
        int all = 0;
        for (int i = 0; i < pixels.length; i += STRIDE, all++)
            counts[Math.round(Pixels.luminance(pixels[i]) * (LEVELS - 1))]++;
        int white = LEVELS;
        int seen = 0;
        while (white > 0 && seen < BRIGHTEST_PART * all) seen += counts[--white];
        return Math.min(1, LinearLight.of((float) white / (LEVELS - 1)) / WELL_EXPOSED);
    }

    /** A line through the light of each channel, from left to right. */
    private static final class Sums {
        private final double[] light = new double[3];
        private final double[] leaning = new double[3];
        private double place;
        private double spread;
        private int count;

        void add(int pixel, double across) {
            add(0, LinearLight.of(Pixels.red(pixel)), across);
            add(1, LinearLight.of(Pixels.green(pixel)), across);
            add(2, LinearLight.of(Pixels.blue(pixel)), across);
            place += across;
            spread += across * across;
            count++;
        }

        private void add(int k, double v, double across) {
            light[k] += v;
            leaning[k] += v * across;
        }

        Channel channel(int k, double dim) {
            double mean = 0;
            for (int j = 0; j < light.length; j++) mean += LUMINANCE[j] * light[j] / count;
            mean = Math.max(1e-4, mean);
            double own = Math.max(1e-4, light[k] / count);
            double gain = within(Math.pow(mean / BRIGHTNESS, FOLLOW_BRIGHTNESS), DARKEST, BRIGHTEST);
            double tint = within(Math.pow(own / mean / SKIN[k], FOLLOW_TINT), 1 / MOST_TINT, MOST_TINT);
            double wide = Math.max(1e-4, spread - place * place / count);
            double slope = (leaning[k] - light[k] * place / count) / wide / own;
            double seen = tint * Math.max(DIMMEST, dim * gain);
            return new Channel((float) seen, (float) within(FOLLOW_SLOPE * slope, -STEEPEST, STEEPEST));
        }

        private static double within(double v, double least, double most) {
            return Math.max(least, Math.min(most, v));
        }
    }
}
