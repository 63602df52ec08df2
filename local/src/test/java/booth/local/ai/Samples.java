package booth.local.ai;

import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.vision.Face;
import booth.vision.Glasses;
import booth.vision.Models;
import booth.vision.Mood;
import booth.vision.Mood.Expression;
import booth.vision.Point;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Pictures and faces for tests. */
final class Samples {
    private Samples() {}

    /** A bundled photo of people. */
    static byte[] photo(int number) {
        try {
            return Files.readAllBytes(Models.find(System.getenv()).samples().get(number - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One colour. */
    static BufferedImage plain(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(color);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return image;
    }

    static byte[] png(BufferedImage image) {
        return ImageBytes.png(image);
    }

    /** A smiling face whose mesh is one point, with glasses as likely as given. */
    static SeenFace face(Box box, double glasses, boolean dark) {
        Point middle = new Point((box.x1() + box.x2()) / 2, (box.y1() + box.y2()) / 2);
        Map<Expression, Double> expressions = new EnumMap<>(Expression.class);
        for (Expression expression : Expression.values()) expressions.put(expression, .02);
        expressions.put(Expression.HAPPY, .88);
        return new SeenFace(
                new Face(.9, box, Collections.nCopies(468, middle)),
                new Mood(expressions, 30, 24, 36, .2, .88, .97, .1),
                new Glasses(glasses, dark ? .9 : .2, box),
                new Quality(50, 60, 70));
    }

    static SeenPhoto seen(SeenFace... faces) {
        return new SeenPhoto(1000, 500, List.of(faces), new Quality(50, 60, 70));
    }
}
