package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class Sam2Test {
    private static final int GROUP_OF_FIVE = 5;

    @Test
    void everyMaskCoversItsFaceAndLittleElse() {
        for (Face face : Samples.faces(GROUP_OF_FIVE)) {
            Mask mask = segment(face);

            assertThat(List.of(face.nose(), face.mouth(), face.eyeLeft(), face.eyeRight()))
                    .allMatch(point -> mask.kept((int) point.x(), (int) point.y()));
            assertThat(mask.keptPixels()).isBetween((int) (.4 * face.box().area()), (int)
                    (1.2 * face.box().area()));
            assertThat(keptInside(mask, face.box(), .15)).isGreaterThan((int) (.97 * mask.keptPixels()));
        }
    }

    @Test
    void maskOfOneFaceLeavesTheOthersOut() {
        List<Face> faces = Samples.faces(GROUP_OF_FIVE);
        for (Face face : faces) {
            Mask mask = segment(face);
            assertThat(faces.stream().filter(other -> other != face))
                    .noneMatch(other ->
                            mask.kept((int) other.nose().x(), (int) other.nose().y()));
        }
    }

    /** The golden mask was looked at: it follows the hairline and ends below the chin. */
    @Test
    void outlineStaysWhatWasApproved() throws IOException {
        Mask mask = segment(largest());
        Mask golden = golden("sample5-largest.png");

        double overlap = overlap(mask, golden);
        if (overlap < .95) writeDifference(mask, golden);

        assertThat(overlap).isGreaterThan(.95);
    }

    @Test
    void maskHasTheSizeOfThePhoto() {
        BufferedImage photo = Samples.photo(GROUP_OF_FIVE);
        Mask mask = segment(largest());

        assertThat(mask.width()).isEqualTo(photo.getWidth());
        assertThat(mask.height()).isEqualTo(photo.getHeight());
    }

    @Test
    void boxPastTheEdgeStillGivesAMask() {
        Box box = largest().box();
        Box wide = new Box(box.x1(), box.y1(), Samples.photo(GROUP_OF_FIVE).getWidth() + 50, box.y2());

        assertThat(Samples.SAM.segment(Samples.embedding(GROUP_OF_FIVE), wide).keptPixels())
                .isPositive();
    }

    @Test
    void fourThreadsSeeWhatOneThreadSees() throws Exception {
        List<Face> faces = Samples.faces(GROUP_OF_FIVE);
        List<Mask> alone = faces.stream().map(Sam2Test::segment).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Mask>> tasks = faces.stream()
                    .map(face -> (Callable<Mask>) () -> segment(face))
                    .toList();
            List<Future<Mask>> together = threads.invokeAll(tasks);
            for (int i = 0; i < alone.size(); i++)
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
        } finally {
            threads.shutdownNow();
        }
    }

    private static Mask segment(Face face) {
        return Samples.SAM.segment(Samples.embedding(GROUP_OF_FIVE), face.box());
    }

    private static Face largest() {
        return Samples.faces(GROUP_OF_FIVE).get(0);
    }

    private static int keptInside(Mask mask, Box box, double margin) {
        int kept = 0;
        for (int y = 0; y < mask.height(); y++)
            for (int x = 0; x < mask.width(); x++)
                if (mask.kept(x, y)
                        && x > box.x1() - margin * box.width()
                        && x < box.x2() + margin * box.width()
                        && y > box.y1() - margin * box.height()
                        && y < box.y2() + margin * box.height()) kept++;
        return kept;
    }

    static double overlap(Mask a, Mask b) {
        Mask both = new Mask(a.width(), a.height());
        both.or(a);
        both.or(b);
        int union = both.keptPixels();
        return (a.keptPixels() + b.keptPixels() - union) / (double) union;
    }

    private static Mask golden(String name) throws IOException {
        try (InputStream in = Sam2Test.class.getResourceAsStream(name)) {
            return Mask.ofImage(
                    ImageBytes.decode(name, Objects.requireNonNull(in, name).readAllBytes()));
        }
    }

    private static void writeDifference(Mask mask, Mask golden) throws IOException {
        BufferedImage image = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < mask.height(); y++)
            for (int x = 0; x < mask.width(); x++)
                image.setRGB(x, y, (mask.kept(x, y) ? 0xff0000 : 0) | (golden.kept(x, y) ? 0x00ffff : 0));
        Files.write(Path.of("target", "sample5-largest-difference.png"), ImageBytes.png(image));
    }
}
