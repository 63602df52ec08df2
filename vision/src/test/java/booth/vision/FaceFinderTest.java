package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceFinderTest {
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 3", "3, 3", "4, 4", "5, 5", "6, 4"})
    void everyFaceOfASampleIsFoundOnce(int sample, int people) {
        assertThat(Samples.faces(sample)).hasSize(people);
    }

    @Test
    void emptyRoomHasNoFaces() {
        assertThat(Samples.FINDER.find(new BufferedImage(1024, 640, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    @Test
    void largestFaceComesFirst() {
        assertThat(Samples.faces(5))
                .extracting(face -> face.box().area())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /** Places read off the photos by eye, in frame pixels. */
    @ParameterizedTest
    @CsvSource({
        "3, 596, 166, 647, 176, 606, 263",
        "3, 328, 227, 385, 226, 372, 311",
        "3, 827, 213, 883, 209, 866, 295",
        "5, 450, 97, 491, 104, 463, 166",
        "6, 818, 187, 868, 199, 825, 277",
        "6, 170, 302, 226, 297, 207, 376"
    })
    void landmarksLieOnEyesAndChin(int sample, double lx, double ly, double rx, double ry, double cx, double cy) {
        Face face = Samples.faceAt(sample, (lx + rx) / 2, (ly + ry) / 2);
        double tolerance = .1 * face.box().width();

        assertThat(face.eyeLeft().distance(new Point(lx, ly))).isLessThan(tolerance);
        assertThat(face.eyeRight().distance(new Point(rx, ry))).isLessThan(tolerance);
        assertThat(face.chinBottom().distance(new Point(cx, cy))).isLessThan(1.6 * tolerance);
    }

    @Test
    void leaningHeadTellsItsAngle() {
        assertThat(Samples.faceAt(1, 840, 160).roll()).isBetween(35.0, 52.0);
        assertThat(Samples.faceAt(1, 270, 245).roll()).isBetween(-6.0, 8.0);
    }

    @Test
    void turnedHeadTellsItsSide() {
        assertThat(Samples.faceAt(2, 232, 150).yaw()).isLessThan(-35);
        assertThat(Samples.faceAt(5, 362, 280).yaw()).isGreaterThan(15);
    }

    @Test
    void mirroredPhotoGivesMirroredFaces() {
        BufferedImage photo = Samples.photo(3);
        BufferedImage mirrored = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = mirrored.createGraphics();
        canvas.drawImage(photo, photo.getWidth(), 0, -photo.getWidth(), photo.getHeight(), null);
        canvas.dispose();

        Face face = Samples.faceAt(3, 630, 190);
        Point expected =
                new Point(photo.getWidth() - face.nose().x(), face.nose().y());

        assertThat(Samples.FINDER.find(mirrored))
                .anySatisfy(other -> assertThat(other.nose().distance(expected))
                        .isCloseTo(0, within(.05 * face.box().width())));
    }

    @Test
    void threadsSeeWhatOneThreadSees() throws Exception {
        List<Face> alone = Samples.FINDER.find(Samples.photo(4));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Face>> find = () -> Samples.FINDER.find(Samples.photo(4));
            for (Future<List<Face>> together : threads.invokeAll(List.of(find, find, find, find)))
                assertThat(together.get()).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }
}
