package booth.portrait;

import booth.matting.Cutout;
import booth.matting.raster.Curve;
import booth.matting.raster.LinearLight;
import booth.matting.raster.Pixels;

/** A dark hall: of what was there a shimmer is left, and a soft light stands behind the people's heads. */
final class StageLight {
    private static final float SHIMMER = .012f;
    private static final float[] GLOW = {.016f, .016f, .021f};
    /** Half of an eight-bit step in the dark, where smooth light would show bands. */
    private static final float GRAIN = 4e-4f;

    /** What the brightest of people is where they stand in good light; in a dim one the glow is dimmer, too. */
    private static final float WELL_LIT = .35f;

    private static final float BRIGHTEST_PART = .01f;
    private static final int LEVELS = 256;

    private StageLight() {}

    /** Changes the planes and returns them. */
    static float[][] darken(float[][] light, Cutout people) {
        int width = people.width();
        float[] middle = middle(people);
        float lit = Math.min(1, brightest(people) / WELL_LIT);
        float reach = .62f * Math.max(width, people.height());
        for (int i = 0; i < light[0].length; i++) {
            float away = Curve.hypot(i % width - middle[0], i / width - middle[1]) / reach;
            float glow = lit * Curve.step(1, 0, away) * Curve.step(1, 0, away);
            float grain = GRAIN * (noise(i) - .5f) * 2;
            for (int k = 0; k < 3; k++)
                light[k][i] = Math.max(0, SHIMMER * Math.min(1, light[k][i]) + GLOW[k] * glow + grain);
        }
        return light;
    }

    /** Of the people's upper third; of the picture where there are none. */
    private static float[] middle(Cutout people) {
        double x = 0;
        double y = 0;
        double count = 0;
        double third = covered(people) / 3;
        for (int i = 0; i < people.alpha().length && count < third; i++) {
            x += people.alpha()[i] * (i % people.width());
            y += people.alpha()[i] * (i / people.width());
            count += people.alpha()[i];
        }
        if (count == 0) return new float[] {people.width() / 2f, people.height() / 2f};
        return new float[] {(float) (x / count), (float) (y / count)};
    }

    /** In linear light, but for a hundredth that may be reflexes; well lit where nobody stands. */
    private static float brightest(Cutout people) {
        int[] counts = new int[LEVELS];
        int all = 0;
        for (int i = 0; i < people.alpha().length; i++) {
            if (people.alpha()[i] < 1) continue;
            counts[Math.round(Pixels.luminance(people.pixels()[i]) * (LEVELS - 1))]++;
            all++;
        }
        if (all == 0) return WELL_LIT;
        int level = LEVELS;
        int seen = 0;
        while (level > 0 && seen < BRIGHTEST_PART * all) seen += counts[--level];
        return LinearLight.of((float) level / (LEVELS - 1));
    }

    private static double covered(Cutout people) {
        double sum = 0;
        for (float alpha : people.alpha()) sum += alpha;
        return sum;
    }

    private static float noise(int i) {
        int hash = i * 0x2C1B3C6D ^ i >>> 15;
        hash = (hash ^ hash >>> 12) * 0x297A2D39;
        return ((hash ^ hash >>> 15) & 0xffff) / 65535f;
    }
}
