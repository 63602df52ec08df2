package booth.core.job;

import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.image.PixelRect;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * {@code faces.json}: who is on the photo.
 *
 * @param frame size of {@code frame.png}; all boxes are in its pixels
 * @param faces the largest first
 * @param glasses rectangles of glasses and sunglasses that touch a face
 */
public record Faces(Frame frame, List<Face> faces, List<PixelRect> glasses) {
    /**
     * @param attributes everything the detector said of this face (Rekognition's FaceDetail as JSON); it is biometric
     *     data and must not leave the folder
     */
    public record Face(Box box, JsonNode attributes) {}

    public Faces {
        faces = List.copyOf(faces);
        glasses = List.copyOf(glasses);
    }
}
