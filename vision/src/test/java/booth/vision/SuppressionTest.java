package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.image.Box;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void overlappingDetectionsAreAveragedByScore() {
        List<Detection> merged = Suppression.merge(List.of(at(0, .9), at(10, .3), at(500, .7)), .3);

        assertThat(merged).extracting(d -> Math.round(d.box().x1() * 10)).containsExactly(25L, 5000L);
        assertThat(merged).extracting(Detection::score).containsExactly(.9, .7);
    }

    @Test
    void detectionInsideALargerOneIsDropped() {
        Detection head = detection(new Box(0, 0, 100, 100), .6);
        Detection mouth = detection(new Box(40, 60, 70, 90), .9);
        Detection neighbour = detection(new Box(90, 0, 190, 90), .9);

        assertThat(Suppression.dropInner(List.of(mouth, head, neighbour))).containsExactly(head, neighbour);
    }

    private static Detection at(double x, double score) {
        return detection(new Box(x, 0, x + 100, 100), score);
    }

    private static Detection detection(Box box, double score) {
        return new Detection(box, score, Collections.nCopies(Detection.KEY_POINTS, new Point(0, 0)));
    }
}
