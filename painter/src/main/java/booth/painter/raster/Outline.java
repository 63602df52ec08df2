package booth.painter.raster;

import java.awt.geom.Path2D;

/** Smooth outlines through a few points. */
public final class Outline {
    private Outline() {}

    /**
     * A closed curve through all the points (Catmull–Rom).
     *
     * @param x where the points' origin is, in pixels
     * @param right pixels of one to the right
     * @param down pixels of one down; negative where the points' y points up
     * @param points x and y in turn
     */
    public static Path2D.Float closed(float x, float y, float right, float down, float... points) {
        int n = points.length;
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x + points[0] * right, y + points[1] * down);
        for (int i = 0; i < n; i += 2) {
            float x0 = x + points[(i + n - 2) % n] * right;
            float y0 = y + points[(i + n - 1) % n] * down;
            float x1 = x + points[i] * right;
            float y1 = y + points[i + 1] * down;
            float x2 = x + points[(i + 2) % n] * right;
            float y2 = y + points[(i + 3) % n] * down;
            float x3 = x + points[(i + 4) % n] * right;
            float y3 = y + points[(i + 5) % n] * down;
            path.curveTo(x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2);
        }
        path.closePath();
        return path;
    }
}
