package booth.local.ai;

import booth.core.image.Box;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import booth.vision.Parting;
import java.util.List;

/**
 * Who is on a frame.
 *
 * @param alpha one number a pixel, row by row: 0 is background, 1 a person
 * @param heads a box around each face, in pixels
 */
record People(float[] alpha, List<Box> heads) {
    /** A face of which less is kept is to be painted away. */
    private static final double KEPT = .2;

    People {
        heads = List.copyOf(heads);
    }

    /**
     * The matte of those whose faces the mask keeps, and of all where it keeps no face or each.
     *
     * @return a new one
     */
    float[] keptBy(Mask kept) {
        List<Box> wanted =
                heads.stream().filter(head -> share(head, kept) >= KEPT).toList();
        return Parting.of(alpha, kept.width(), heads, wanted);
    }

    private static double share(Box head, Mask kept) {
        PixelRect box = new PixelRect((int) head.x1(), (int) head.y1(), (int) head.x2(), (int) head.y2())
                .clip(kept.width(), kept.height());
        int count = 0;
        for (int y = box.y1(); y < box.y2(); y++)
            for (int x = box.x1(); x < box.x2(); x++) if (kept.kept(x, y)) count++;
        return count / Math.max(1., box.width() * (double) box.height());
    }
}
