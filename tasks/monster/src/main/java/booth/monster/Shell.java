package booth.monster;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * A mask in space: a shell that curves around the face in front of it, seen from far away. Lengths are in widths of the
 * mask, x to the right, y down, z towards the camera, the origin between the eyes. Of a frontal face nothing is left of
 * the curve, and it lies where {@link Placement} says, to a part of a pixel.
 *
 * <p>A face that is turned away shows its jaw shorter than it is, so the mask is wider than the jaw by as much; the line
 * of the jaw then leans by what the turn makes it lean, and only the rest is the head's own.
 */
final class Shell {
    /** Ears lie 0.4 of a face's width behind its eyes, a chin 0.12 (means of the face mesh's frontal faces). */
    private static final double AROUND = 1.35;

    private static final double DOWN = .16;

    /** A mask is worn before the face, not in it. */
    private static final double AHEAD = .05;

    private static final int GRID = 8;
    private static final double EDGE = 1e-6;

    private final Point2D middle;
    private final double width;
    private final double height;
    private final double cosRoll;
    private final double sinRoll;
    private final double cosYaw;
    private final double sinYaw;
    private final double cosPitch;
    private final double sinPitch;

    Shell(Placement placement, Pose pose) {
        cosYaw = Math.cos(pose.yaw());
        sinYaw = Math.sin(pose.yaw());
        cosPitch = Math.cos(pose.pitch());
        sinPitch = Math.sin(pose.pitch());
        double jawAcross = cosYaw;
        double jawDown = sinYaw * sinPitch;
        width = placement.width() / Math.hypot(jawAcross, jawDown);
        height = (double) placement.height() / placement.width();
        double roll = placement.angle() - Math.atan2(jawDown, jawAcross);
        cosRoll = Math.cos(roll);
        sinRoll = Math.sin(roll);
        middle = placement.middle();
    }

    /** Of the mask itself, however much of it the turn hides; in pixels. */
    double width() {
        return width;
    }

    /** A spot of a mask. */
    static final class Spot {
        /** Share of the mask's width from its left edge. */
        double u;

        /** Share of the mask's height from its upper edge. */
        double v;

        /** How squarely the camera looks at it: 1 is straight, 0 along the surface. */
        double facing;
    }

    /**
     * Which spot of the mask is seen at a place of the photo.
     *
     * @param x pixels; a pixel's middle is at a half
     * @param spot filled in
     * @return false where none is
     */
    boolean look(double x, double y, Spot spot) {
        double across = toAcross(x, y);
        double down = toDown(x, y);
        double x0 = cosYaw * across + sinYaw * sinPitch * down;
        double y0 = cosPitch * down;
        double z0 = sinYaw * across - cosYaw * sinPitch * down;
        double dx = -cosPitch * sinYaw;
        double dz = cosPitch * cosYaw;
        double a = AROUND * dx * dx + DOWN * sinPitch * sinPitch;
        double b = dz + 2 * (AROUND * x0 * dx + DOWN * y0 * sinPitch);
        double c = z0 - AHEAD + AROUND * x0 * x0 + DOWN * y0 * y0;
        double discriminant = b * b - 4 * a * c;
        if (discriminant < 0) return false;
        double root = Math.sqrt(discriminant);
        if (b + root < EDGE) return false;
        double t = -2 * c / (b + root); // the first of two, where the line of sight enters the shell
        return set(spot, x0 + t * dx, y0 + t * sinPitch, root);
    }

    private boolean set(Spot spot, double x, double y, double root) {
        spot.u = x + .5;
        spot.v = y / height + .5;
        double slopeX = 2 * AROUND * x;
        double slopeY = 2 * DOWN * y;
        spot.facing = root / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        return spot.u >= 0 && spot.u <= 1 && spot.v >= 0 && spot.v <= 1;
    }

    /** Where a place of the photo lies beside the middle of the mask, along the head's own lean. */
    double toAcross(double x, double y) {
        return ((x - middle.getX()) * cosRoll + (y - middle.getY()) * sinRoll) / width;
    }

    double toDown(double x, double y) {
        return ((y - middle.getY()) * cosRoll - (x - middle.getX()) * sinRoll) / width;
    }

    /** Where a spot behind or before the middle of the face is seen, in pixels. */
    Point2D project(double x, double y, double z) {
        double back = z * cosYaw - x * sinYaw;
        double across = x * cosYaw + z * sinYaw;
        double down = y * cosPitch - back * sinPitch;
        return new Point2D.Double(
                middle.getX() + width * (across * cosRoll - down * sinRoll),
                middle.getY() + width * (across * sinRoll + down * cosRoll));
    }

    /** All of the photo that the mask may cover, in pixels. */
    Rectangle2D bounds() {
        Rectangle2D.Double bounds = new Rectangle2D.Double(middle.getX(), middle.getY(), 0, 0);
        for (int i = 0; i <= GRID; i++)
            for (int j = 0; j <= GRID; j++) {
                double x = (double) i / GRID - .5;
                double y = ((double) j / GRID - .5) * height;
                bounds.add(project(x, y, AHEAD - AROUND * x * x - DOWN * y * y));
            }
        return bounds;
    }
}
