package booth.monster;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.image.ImageBytes;
import booth.core.job.Faces;
import booth.core.job.InMemoryObjectStore;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A photo of guests with faces of known places, as detection would have left it in a job's folder. */
final class Party {
    static final String FOLDER = "photo/0123456789abcdef0123456789abcdef/";
    static final String FRAME = FOLDER + "frame.png";
    static final String FACES = FOLDER + "faces.json";
    static final List<String> PICTURES =
            List.of(FOLDER + "photo_a_1.jpeg", FOLDER + "photo_a_2.jpeg", FOLDER + "photo_a_3.jpeg");
    private static final Color SKIN = new Color(0xD2A58C);

    final Frame frame;
    final BufferedImage photo;
    private final List<Faces.Face> faces = new ArrayList<>();

    Party(int width, int height) {
        frame = new Frame(width, height);
        photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        paint(new Color(0x5A7080), 0, 0, width, height);
    }

    /** A frontal face, its middle between the eyes. */
    Party face(int x, int y, int width) {
        return face(x, y, width, attributes(x, y, width));
    }

    Party face(int x, int y, int width, ObjectNode attributes) {
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(SKIN);
        canvas.fillOval(x - width / 2, y - width / 2, width, width * 13 / 10);
        canvas.dispose();
        faces.add(new Faces.Face(
                Box.ofRatios(
                        (x - width / 2.0) / frame.width(),
                        (y - width / 2.0) / frame.height(),
                        (double) width / frame.width(),
                        1.3 * width / frame.height(),
                        frame),
                attributes));
        return this;
    }

    /** What a detector says of a frontal face: its jaw is as wide as it is, its eyes lie in between. */
    ObjectNode attributes(int x, int y, int width) {
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        ArrayNode landmarks = attributes.putArray("Landmarks");
        add(landmarks, "eyeLeft", x - .23 * width, y);
        add(landmarks, "eyeRight", x + .23 * width, y);
        add(landmarks, "nose", x, y + .3 * width);
        add(landmarks, "upperJawlineLeft", x - .5 * width, y);
        add(landmarks, "upperJawlineRight", x + .5 * width, y);
        attributes.putObject("Pose").put("Roll", 0).put("Yaw", 0).put("Pitch", 0);
        return attributes;
    }

    private void add(ArrayNode landmarks, String type, double x, double y) {
        landmarks.addObject().put("Type", type).put("X", x / frame.width()).put("Y", y / frame.height());
    }

    void paint(Color colour, int x, int y, int width, int height) {
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(x, y, width, height);
        canvas.dispose();
    }

    InMemoryObjectStore store() {
        InMemoryObjectStore store = new InMemoryObjectStore();
        store.write(FRAME, ImageBytes.png(photo));
        store.write(FACES, Json.bytes(new Faces(frame, faces, List.of())));
        return store;
    }
}
