package booth.core.image;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** A half-open rectangle of whole pixels: x1 ≤ x &lt; x2, y1 ≤ y &lt; y2; {@code [x1, y1, x2, y2]} in JSON. */
public record PixelRect(int x1, int y1, int x2, int y2) {
    public PixelRect {
        if (x1 > x2 || y1 > y2)
            throw new Refused(
                    "INVALID_BOX",
                    "Not a rectangle: [" + x1 + ", " + y1 + ", " + x2 + ", " + y2 + "]; want x1≤x2, y1≤y2.");
    }

    /** Rekognition's shares of the frame; left, top, width and height are truncated one by one, then clipped. */
    public static PixelRect ofRatios(double left, double top, double width, double height, Frame frame) {
        int x = (int) (frame.width() * left);
        int y = (int) (frame.height() * top);
        return new PixelRect(x, y, x + (int) (frame.width() * width), y + (int) (frame.height() * height))
                .clip(frame.width(), frame.height());
    }

    @JsonCreator
    static PixelRect ofList(List<Integer> corners) {
        if (corners.size() != 4)
            throw new Refused("INVALID_BOX", "A rectangle has four numbers [x1, y1, x2, y2], not " + corners + ".");
        return new PixelRect(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    @JsonValue
    List<Integer> toList() {
        return List.of(x1, y1, x2, y2);
    }

    public int width() {
        return x2 - x1;
    }

    public int height() {
        return y2 - y1;
    }

    /** The part inside an image of the given size; empty where there is none. */
    public PixelRect clip(int width, int height) {
        return new PixelRect(
                Math.max(0, Math.min(width, x1)),
                Math.max(0, Math.min(height, y1)),
                Math.max(0, Math.min(width, x2)),
                Math.max(0, Math.min(height, y2)));
    }

    public Box toBox() {
        return new Box(x1, y1, x2, y2);
    }
}
