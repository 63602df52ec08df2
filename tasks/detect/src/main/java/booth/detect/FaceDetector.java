package booth.detect;

import booth.core.Primed;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.image.PixelRect;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds faces and glasses in a frame. */
interface FaceDetector extends Primed {
    Sighting look(BufferedImage frame);

    record Sighting(List<SeenFace> faces, List<SeenGlasses> glasses) {
        public Sighting {
            faces = List.copyOf(faces);
            glasses = List.copyOf(glasses);
        }
    }

    /** @param attributes everything the detector said of the face */
    record SeenFace(Area area, JsonNode attributes) {}

    /** @param confidence 0 to 100 */
    record SeenGlasses(Area area, double confidence) {}

    /** Shares of the frame's width and height; may reach outside it. */
    record Area(double left, double top, double width, double height) {
        Box box(Frame frame) {
            return Box.ofRatios(left, top, width, height, frame);
        }

        PixelRect pixels(Frame frame) {
            return PixelRect.ofRatios(left, top, width, height, frame);
        }
    }
}
