package booth.detect;

import booth.core.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Sees what it was told to see, on any frame. */
final class FakeDetector implements FaceDetector {
    private final List<SeenFace> faces = new ArrayList<>();
    private final List<SeenGlasses> glasses = new ArrayList<>();

    FakeDetector face(double left, double top, double width, double height) {
        ObjectNode attributes = Json.MAPPER.createObjectNode().put("Number", faces.size() + 1);
        faces.add(new SeenFace(new Area(left, top, width, height), attributes));
        return this;
    }

    FakeDetector glasses(double confidence, double left, double top, double width, double height) {
        glasses.add(new SeenGlasses(new Area(left, top, width, height), confidence));
        return this;
    }

    @Override
    public Sighting look(BufferedImage frame) {
        return new Sighting(faces, glasses);
    }
}
