package booth.vision;

import booth.core.image.Box;
import java.util.List;

/**
 * One answer of a face detector, in pixels of the photo.
 *
 * @param box brow to chin, roughly
 * @param score 0 to 1
 * @param keyPoints left eye, right eye, nose, mouth, left ear, right ear; left in the picture
 */
record Detection(Box box, double score, List<Point> keyPoints) {
    static final int KEY_POINTS = 6;
    static final int LEFT_EYE = 0;
    static final int RIGHT_EYE = 1;
    static final int NOSE = 2;
    static final int MOUTH = 3;

    Point center() {
        return new Point((box.x1() + box.x2()) / 2, (box.y1() + box.y2()) / 2);
    }

    double side() {
        return Math.max(box.width(), box.height());
    }

    /** Intersection over union of the boxes. */
    double overlap(Detection other) {
        double shared = shared(other);
        return shared / (box.area() + other.box.area() - shared);
    }

    /** The share of this box that lies inside the other one. */
    double inside(Detection other) {
        return shared(other) / box.area();
    }

    private double shared(Detection other) {
        double width = Math.min(box.x2(), other.box.x2()) - Math.max(box.x1(), other.box.x1());
        double height = Math.min(box.y2(), other.box.y2()) - Math.max(box.y1(), other.box.y1());
        return width > 0 && height > 0 ? width * height : 0;
    }

    /** Square window around the box, this many times its longer side. */
    Window window(double times) {
        return Window.square(center(), side() * times);
    }

    /** Angle of the line through the eyes in radians, clockwise on the screen. */
    double angle() {
        Point left = keyPoints.get(LEFT_EYE);
        Point right = keyPoints.get(RIGHT_EYE);
        return Math.atan2(right.y() - left.y(), right.x() - left.x());
    }
}
