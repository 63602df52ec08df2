package booth.core.job;

import booth.core.Json;
import booth.core.Refused;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.image.PixelRect;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

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

    /** Empty where nobody has looked for them, and where what they found makes no sense any more: then it is looked again. */
    public static Optional<Faces> find(JobId job, ObjectStore store) {
        String key = JobKeys.faces(job);
        try {
            return store.find(key).map(stored -> Json.read(key, stored.bytes(), Faces.class));
        } catch (IllegalArgumentException | Refused e) {
            return Optional.empty();
        }
    }
}
