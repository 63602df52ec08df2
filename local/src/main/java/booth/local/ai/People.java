package booth.local.ai;

import booth.core.image.Box;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is on a frame.
 *
 * @param alpha one number a pixel, row by row: 0 is background, 1 a person
 * @param heads a box around each face, in pixels
 */
record People(float[] alpha, List<Box> heads) {
    /** A face of which less is kept is to be painted away. */
    private static final double KEPT = .2;
    /** Bodies hang under their heads: what lies beside a head is farther from it than what lies below. */
    private static final double DOWN = .3;

    People {
        heads = List.copyOf(heads);
    }

    /**
     * The matte of those whose faces the mask keeps, and of all where it keeps no face or each. A pixel belongs to the
     * nearest head, measured in its own width, so that two who stand close are parted between them.
     *
     * @return a new one
     */
    float[] keptBy(Mask kept) {
        List<Box> wanted =
                heads.stream().filter(head -> share(head, kept) >= KEPT).toList();
        float[] matte = alpha.clone();
        if (wanted.isEmpty() || wanted.size() == heads.size()) return matte;
        List<Box> others = heads.stream().filter(head -> !wanted.contains(head)).toList();
        IntStream.range(0, kept.height()).parallel().forEach(y -> {
            for (int x = 0, i = y * kept.width(); x < kept.width(); x++, i++)
                if (matte[i] > 0 && nearest(others, x, y) < nearest(wanted, x, y)) matte[i] = 0;
        });
        return matte;
    }

    private static double share(Box head, Mask kept) {
        PixelRect box = new PixelRect((int) head.x1(), (int) head.y1(), (int) head.x2(), (int) head.y2())
                .clip(kept.width(), kept.height());
        int count = 0;
        for (int y = box.y1(); y < box.y2(); y++)
            for (int x = box.x1(); x < box.x2(); x++) if (kept.kept(x, y)) count++;
        return count / Math.max(1., box.width() * (double) box.height());
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
