package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import booth.core.image.Frame;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
    /** A photo of 1000×1000 is no frame; landmarks of one are the same numbers of pixels of 1024×1024. */
    private static final Frame PHOTO = new Frame(1024, 1024);

    @Test
    void theWorkedExample() {
        Placement placement = place(at(300, 400), at(600, 500), at(380, 410), at(520, 460), 500, 500)
                .orElseThrow();
        assertThat(placement.width()).isEqualTo(316);
        assertThat(placement.height()).isEqualTo(316);
        assertThat(Math.toDegrees(placement.angle())).isEqualTo(18.435, offset(.001));
        assertThat(placement.canvasWidth()).isEqualTo(400);
        assertThat(placement.canvasHeight()).isEqualTo(400);
        assertThat(placement.left()).isEqualTo(250);
        assertThat(placement.top()).isEqualTo(235);
    }

    @Test
    void aRightJawThatIsLowerTurnsTheMaskClockwiseOnTheScreen() {
        Placement placement = place(at(300, 400), at(600, 500), at(380, 410), at(520, 460), 500, 500)
                .orElseThrow();
        Shell shell = new Shell(placement, Pose.FRONTAL);
        assertThat(shell.project(.4, 0, 0).getY())
                .isGreaterThan(placement.middle().getY() + 30);
        assertThat(shell.project(0, -.4, 0).getX())
                .isGreaterThan(placement.middle().getX() + 30);
    }

    @Test
    void aLevelMaskNeedsNoLargerCanvas() {
        Placement placement = place(at(100, 200), at(200, 200), at(120, 190), at(181, 190), 1024, 1792)
                .orElseThrow();
        assertThat(placement).isEqualTo(new Placement(100, 175, 0, 100, 175, 100, 103));
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 100, 175", "0, 100, 175, 100", "-100, 0, 100, 175", "0, -100, 175, 100"})
    void rightAnglesTakeNoPixelMoreThanTheyNeed(int across, int down, int width, int height) {
        Placement placement = place(at(500, 500), at(500 + across, 500 + down), at(480, 500), at(520, 500), 1024, 1792)
                .orElseThrow();
        assertThat(placement.canvasWidth()).isEqualTo(width);
        assertThat(placement.canvasHeight()).isEqualTo(height);
    }

    @Test
    void aMaskMayLieOutsideThePhoto() {
        Placement placement = place(at(-60, 20), at(40, 20), at(-30, 10), at(10, 10), 1024, 1792)
                .orElseThrow();
        assertThat(placement.left()).isEqualTo(-60);
        assertThat(placement.top()).isEqualTo(-77);
    }

    @Test
    void aJawWithoutWidthTakesNoMask() {
        assertThat(place(at(300, 400), at(300, 400), at(280, 390), at(320, 390), 500, 500))
                .isEmpty();
        assertThat(place(at(300.1, 400), at(300.9, 400), at(280, 390), at(320, 390), 500, 500))
                .isEmpty();
    }

    private static Optional<Placement> place(
            Point2D jawLeft, Point2D jawRight, Point2D eyeLeft, Point2D eyeRight, int width, int height) {
        return Placement.of(new Landmarks(eyeLeft, eyeRight, jawLeft, jawRight), PHOTO, width, height);
    }

    private static Point2D at(double x, double y) {
        return new Point2D.Double(x / PHOTO.width(), y / PHOTO.height());
    }
}
