package booth.monster;

import booth.matting.raster.Pixels;

/**
 * The noise of the camera, read from a face where it shows nothing finer: what a mask without it lacks to be in the photo.
 *
 * @param deviation of a pixel, 0 to 1
 */
record Grain(float deviation) {
    private static final int STEPS = 256;

    /** A mask is drawn without any noise, and no photo is. */
    private static final float LEAST = .003f;

    /** More than that are pores, stubble and JPEG blocks. */
    private static final float MOST = .03f;

    /** What white noise of deviation 1 becomes by the kernel 1 -2 1, -2 4 -2, 1 -2 1 (Immerkær 1996). */
    private static final float GAIN = 6;

    /** Deviations in the median of magnitudes of a normal distribution. */
    private static final float MEDIAN = .6745f;

    static Grain of(Skin skin) {
        int[] counts = new int[STEPS];
        int[] pixels = skin.pixels();
        int row = skin.photoWidth();
        skin.forEach(1, (i, across) -> counts[Math.min(STEPS - 1, roughness(pixels, i, row))]++);
        float deviation = median(counts) / (GAIN * MEDIAN * 255);
        return new Grain(Math.max(LEAST, Math.min(MOST, deviation)));
    }

    private static int roughness(int[] pixels, int i, int row) {
        float middle = light(pixels, i);
        float beside = light(pixels, i - 1) + light(pixels, i + 1) + light(pixels, i - row) + light(pixels, i + row);
        float corners = light(pixels, i - row - 1)
                + light(pixels, i - row + 1)
                + light(pixels, i + row - 1)
                + light(pixels, i + row + 1);
        return (int) (Math.abs(4 * middle - 2 * beside + corners) + .5f);
    }

    private static float light(int[] pixels, int i) {
        return 255 * Pixels.luminance(pixels[i]);
    }

    private static float median(int[] counts) {
        int all = 0;
        for (int count : counts) all += count;
        int seen = 0;
        int step = 0;
        while (step < STEPS - 1 && (seen += counts[step]) * 2L < all) step++;
        return step;
    }

    /** What is added to the pixel of this index: always the same, so that a replay makes the same picture. */
    float at(int i) {
        long hash = (i + 1L) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        hash ^= hash >>> 31;
        int sum = 0;
        for (int shift = 0; shift < 64; shift += 16) sum += (int) (hash >>> shift & 0xffff);
        return deviation * (sum / 65535f - 2) * 1.732f; // four even numbers are nearly normal, with a variance of 1/3
    }
}
