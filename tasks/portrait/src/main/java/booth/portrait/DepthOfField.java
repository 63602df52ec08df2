package booth.portrait;

import booth.matting.Cutout;
import booth.matting.raster.Curve;
import java.util.Arrays;

/**
 * How far out of focus each row of the backdrop lies. One photo holds no depth, but ground does: where a person's feet
 * are seen, the ground beside them is as far away as they are, so it stays nearly sharp, and blur grows with the
 * distance from that row.
 */
final class DepthOfField {
    private static final float SOLID = .5f;
    /** Whoever reaches into this lowest part of the photo is cut off by its border: no feet, no ground. */
    private static final float CUT_OFF = .97f;

    /** The smallest part of the width that is a person's row and not a stray pixel. */
    private static final float STRAY = .004f;
    /** The blur beside the feet, and how far up it is full, in heights of the person. */
    private static final float LEAST = .1f;

    private static final float FULL = .55f;

    private DepthOfField() {}

    /** @param radius of the farthest, in pixels
     *  @return a radius for each row */
    static float[] of(Cutout people, float radius) {
        float[] rows = new float[people.height()];
        Arrays.fill(rows, radius);
        int head = row(people, 0, 1);
        int feet = row(people, people.height() - 1, -1);
        if (feet <= head || feet >= CUT_OFF * people.height()) return rows;
        float full = FULL * (feet - head);
        for (int y = 0; y < rows.length; y++)
            rows[y] = radius * (LEAST + (1 - LEAST) * Curve.step(0, full, Math.abs(y - feet)));
        return rows;
    }

    /** The first row with a person on the way; −1 where there is none. */
    private static int row(Cutout people, int start, int step) {
        float least = STRAY * people.width();
        for (int y = start; y >= 0 && y < people.height(); y += step) {
            int solid = 0;
            for (int i = y * people.width(); i < (y + 1) * people.width(); i++) if (people.alpha()[i] > SOLID) solid++;
            if (solid > least) return y;
        }
        return -1;
    }
}
