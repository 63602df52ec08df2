package booth.monster;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Point2D;
import java.util.Optional;

/**
 * What a mask is fitted to, as shares of the frame; left means left in the picture.
 *
 * @param jawLeft where the jaw meets the ear
 */
record Landmarks(Point2D eyeLeft, Point2D eyeRight, Point2D jawLeft, Point2D jawRight) {
    /** Landmarks may lie outside the photo, but hardly by more than its size: those were never seen. */
    private static final double FARTHEST = 2;

    /**
     * @param attributes of one face, Rekognition's {@code FaceDetail}
     * @return empty when one of the four is missing or is no place
     */
    static Optional<Landmarks> of(JsonNode attributes) {
        JsonNode list = attributes.path("Landmarks");
        Optional<Point2D> eyeLeft = find(list, "eyeLeft");
        Optional<Point2D> eyeRight = find(list, "eyeRight");
        Optional<Point2D> jawLeft = find(list, "upperJawlineLeft");
        Optional<Point2D> jawRight = find(list, "upperJawlineRight");
        if (eyeLeft.isEmpty() || eyeRight.isEmpty() || jawLeft.isEmpty() || jawRight.isEmpty()) return Optional.empty();
        return Optional.of(new Landmarks(eyeLeft.get(), eyeRight.get(), jawLeft.get(), jawRight.get()));
    }

    private static Optional<Point2D> find(JsonNode list, String type) {
        for (JsonNode landmark : list)
            if (landmark.path("Type").asText().equals(type)) return place(landmark.path("X"), landmark.path("Y"));
        return Optional.empty();
    }

    private static Optional<Point2D> place(JsonNode x, JsonNode y) {
        return near(x) && near(y) ? Optional.of(new Point2D.Double(x.asDouble(), y.asDouble())) : Optional.empty();
    }

    private static boolean near(JsonNode share) {
        return share.isNumber() && Math.abs(share.asDouble()) <= FARTHEST;
    }
}
