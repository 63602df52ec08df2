package booth.core.image;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A rectangle in frame pixels, decimals kept; {@code [x1, y1, x2, y2]} in JSON. x2 and y2 are the far edges, so the
 * width is x2 − x1.
 */
public record Box(double x1, double y1, double x2, double y2) {
    public Box {
        if (!(x1 <= x2 && y1 <= y2 && finite(x1) && finite(y1) && finite(x2) && finite(y2)))
            throw new Refused(
                    "INVALID_BOX", "Not a box: [" + x1 + ", " + y1 + ", " + x2 + ", " + y2 + "]; want x1≤x2, y1≤y2.");
    }

    /** Rekognition's way: left, top, width and height as shares of the frame, which may reach outside it; clipped. */
    public static Box ofRatios(double left, double top, double width, double height, Frame frame) {
        return new Box(
                clip(frame.width() * left, frame.width()),
                clip(frame.height() * top, frame.height()),
                clip(frame.width() * (left + width), frame.width()),
                clip(frame.height() * (top + height), frame.height()));
    }

    @JsonCreator
    static Box ofList(List<Double> corners) {
        if (corners.size() != 4)
            throw new Refused("INVALID_BOX", "A box has four numbers [x1, y1, x2, y2], not " + corners + ".");
        return new Box(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    @JsonValue
    List<Double> toList() {
        return List.of(x1, y1, x2, y2);
    }

    public double width() {
        return x2 - x1;
    }

    public double height() {
        return y2 - y1;
    }

    public double area() {
        return width() * height();
    }

    /** Whether the two share any area. */
    public boolean touches(Box other) {
        return Math.min(x2, other.x2) > Math.max(x1, other.x1) && Math.min(y2, other.y2) > Math.max(y1, other.y1);
    }

    private static double clip(double value, int limit) {
        return Math.max(0, Math.min(limit, value));
    }

    private static boolean finite(double value) {
        return Double.isFinite(value);
    }
}
