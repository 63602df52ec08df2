package booth.vision;

import booth.core.image.Photo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bundled photos at frame size, their faces, and one set of networks for all tests. */
final class Samples {
    static final Models MODELS = Models.find(Map.of());
    static final FaceFinder FINDER = new FaceFinder(MODELS, 2);
    static final Sam2 SAM = new Sam2(MODELS, 2, false);
    private static final Map<Integer, BufferedImage> PHOTOS = new ConcurrentHashMap<>();
    private static final Map<Integer, List<Face>> FACES = new ConcurrentHashMap<>();
    private static final Map<Integer, Embedding> EMBEDDINGS = new ConcurrentHashMap<>();

    private Samples() {}

    static Path file(int number) {
        return MODELS.file("samples/sample" + number + ".jpg");
    }

    static BufferedImage photo(int number) {
        return PHOTOS.computeIfAbsent(number, n -> {
            try {
                return Photo.frame(Files.readAllBytes(file(n)), Photo.Fit.SQUASH);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static List<Face> faces(int number) {
        return FACES.computeIfAbsent(number, n -> FINDER.find(photo(n)));
    }

    static Embedding embedding(int number) {
        return EMBEDDINGS.computeIfAbsent(number, n -> SAM.encode(photo(n)));
    }

    /** The face whose box holds this pixel. */
    static Face faceAt(int number, double x, double y) {
        return faces(number).stream()
                .filter(face -> face.box().x1() < x
                        && x < face.box().x2()
                        && face.box().y1() < y
                        && y < face.box().y2())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No face at " + x + ", " + y + " of sample " + number));
    }
}
