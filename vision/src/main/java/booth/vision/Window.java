package booth.vision;

import java.awt.image.BufferedImage;

/**
 * A part of the photo that a network looks at: a rectangle in pixels, turned around its centre. It may reach past the
 * edges.
 *
 * @param centerX pixels
 * @param centerY pixels
 * @param width pixels
 * @param height pixels
 * @param angle radians, clockwise on the screen
 */
record Window(double centerX, double centerY, double width, double height, double angle) {
    /** The whole photo; networks with a square input see it stretched. */
    static Window whole(BufferedImage photo) {
        return new Window(photo.getWidth() / 2.0, photo.getHeight() / 2.0, photo.getWidth(), photo.getHeight(), 0);
    }

    static Window square(Point center, double side) {
        return new Window(center.x(), center.y(), side, side, 0);
    }

    Window turned(double radians) {
        return new Window(centerX, centerY, width, height, radians);
    }

    /** The pixel at a share of the window: (0, 0) is its top left corner, (1, 1) its bottom right one. */
    Point at(double across, double down) {
        double u = (across - .5) * width;
        double v = (down - .5) * height;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point(centerX + u * cos - v * sin, centerY + u * sin + v * cos);
    }
}
