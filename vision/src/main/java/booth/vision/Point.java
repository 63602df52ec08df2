package booth.vision;

/**
 * A place in the picture, in pixels. The depth {@code z} is in pixels too, zero at the middle of the head and negative
 * towards the camera; it is zero where no model tells it.
 */
public record Point(double x, double y, double z) {
    public Point(double x, double y) {
        this(x, y, 0);
    }

    /** Distance in the picture plane, in pixels. */
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    static Point middle(Point a, Point b) {
        return new Point((a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2);
    }
}
