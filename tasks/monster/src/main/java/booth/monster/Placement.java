package booth.monster;

import booth.core.image.Frame;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.Optional;

/**
 * Where the mask of a frontal face lies: as wide as its jaw, leaning as the jaw does, its middle between the eyes. All
 * in whole pixels, each truncated when it is known, as booths have always done.
 *
 * @param width of the mask before it is turned; its height follows from the art's
 * @param angle radians, positive clockwise on the screen
 * @param canvasWidth of the turned mask
 * @param left of the turned mask in the photo; may lie outside it
 */
record Placement(int width, int height, double angle, int canvasWidth, int canvasHeight, int left, int top) {
    /** Cosines of right angles are not quite 0; what is beyond this digit is no pixel. */
    private static final double DIGIT = 1e9;

    /**
     * @param photo its size
     * @param artWidth pixels, or any other unit the height is in too
     * @return empty when the jaw has no width
     */
    static Optional<Placement> of(Landmarks face, Frame photo, int artWidth, int artHeight) {
        Point jawLeft = pixel(face.jawLeft(), photo);
        Point jawRight = pixel(face.jawRight(), photo);
        int width = (int) jawLeft.distance(jawRight);
        int height = (int) ((long) artHeight * width / artWidth);
        if (width == 0 || height == 0) return Optional.empty();
        double angle = Math.atan2(jawRight.y - jawLeft.y, jawRight.x - jawLeft.x);
        int canvasWidth = extent(width, height, angle);
        int canvasHeight = extent(height, width, angle);
        Point eyeLeft = pixel(face.eyeLeft(), photo);
        Point eyeRight = pixel(face.eyeRight(), photo);
        return Optional.of(new Placement(
                width,
                height,
                angle,
                canvasWidth,
                canvasHeight,
                (eyeLeft.x + eyeRight.x) / 2 - canvasWidth / 2,
                (eyeLeft.y + eyeRight.y) / 2 - canvasHeight / 2));
    }

    private static Point pixel(Point2D share, Frame photo) {
        return new Point((int) (photo.width() * share.getX()), (int) (photo.height() * share.getY()));
    }

    /** How far a rectangle that is turned about its middle reaches, out to whole pixels on both sides. */
    private static int extent(int along, int across, double angle) {
        double turned = round(Math.abs(along * Math.cos(angle)) + Math.abs(across * Math.sin(angle)));
        if (isRight(angle)) return (int) turned;
        return (int) (Math.ceil(round((along + turned) / 2)) - Math.floor(round((along - turned) / 2)));
    }

    /** By a right angle pixels change places, and none is shared by two. */
    private static boolean isRight(double angle) {
        double quarters = angle / (Math.PI / 2);
        return quarters == Math.rint(quarters);
    }

    private static double round(double v) {
        return Math.rint(v * DIGIT) / DIGIT;
    }

    /** Between the eyes, where the middle of the mask lies. */
    Point2D middle() {
        return new Point2D.Double(left + canvasWidth / 2.0, top + canvasHeight / 2.0);
    }
}
