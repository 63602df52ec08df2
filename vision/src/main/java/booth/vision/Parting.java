package booth.vision;

import booth.core.image.Box;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts a matte between the people it shows. A pixel belongs to the nearest head, measured in its own width, so that two
 * who stand close are parted between them.
 */
public final class Parting {
    /** Bodies hang under their heads: what lies beside a head is farther from it than what lies below. */
    private static final double DOWN = .3;

    private Parting() {}

    /**
     * The matte of some of the people; of all where all or none are wanted.
     *
     * @param alpha one number a pixel, row by row: 0 is background, 1 a person; not changed
     * @param width of the picture, in pixels
     * @param heads a box around the face of everybody on it
     * @param wanted of these
     * @return a new matte
     */
    public static float[] of(float[] alpha, int width, List<Box> heads, List<Box> wanted) {
        float[] matte = alpha.clone();
        if (wanted.isEmpty() || wanted.size() == heads.size()) return matte;
        List<Box> others = heads.stream().filter(head -> !wanted.contains(head)).toList();
        IntStream.range(0, alpha.length / width).parallel().forEach(y -> {
            for (int x = 0, i = y * width; x < width; x++, i++)
                if (matte[i] > 0 && nearest(others, x, y) < nearest(wanted, x, y)) matte[i] = 0;
        });
        return matte;
    }

    private static double nearest(List<Box> heads, int x, int y) {
        double nearest = Double.MAX_VALUE;
        for (Box head : heads) {
            double across = x - (head.x1() + head.x2()) / 2;
            double down = y - (head.y1() + head.y2()) / 2;
            if (down > 0) down *= DOWN;
            double distance = Math.hypot(across, down) / Math.max(1, head.width());
            if (distance < nearest) nearest = distance;
        }
        return nearest;
    }
}
