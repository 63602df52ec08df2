package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.TestJson;
import org.junit.jupiter.api.Test;

class BoxTest {
    private static final Frame FRAME = new Frame(1024, 640);

    @Test
    void sharesOfTheFrameBecomePixels() {
        assertThat(Box.ofRatios(.25, .5, .25, .25, FRAME)).isEqualTo(new Box(256, 320, 512, 480));
    }

    @Test
    void decimalsAreKept() {
        assertThat(Box.ofRatios(.1, .1, .1, .1, FRAME).x1()).isEqualTo(102.4);
    }

    @Test
    void whatReachesOutsideTheFrameIsCutOff() {
        assertThat(Box.ofRatios(-.1, -.2, .3, .4, FRAME)).isEqualTo(new Box(0, 0, 1024 * (-.1 + .3), 640 * .2));
        assertThat(Box.ofRatios(.9, .9, .3, .4, FRAME)).isEqualTo(new Box(1024 * .9, 640 * .9, 1024, 640));
        assertThat(Box.ofRatios(1.2, 0, .3, 1, FRAME).area()).isZero();
    }

    @Test
    void cornersInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new Box(5, 0, 4, 9)).hasMessageStartingWith("INVALID_BOX: ");
        assertThatThrownBy(() -> new Box(0, 5, 4, 4)).hasMessageStartingWith("INVALID_BOX: ");
        assertThatThrownBy(() -> new Box(0, 0, Double.NaN, 4)).hasMessageStartingWith("INVALID_BOX: ");
        assertThatThrownBy(() -> new Box(0, 0, Double.POSITIVE_INFINITY, 4)).hasMessageStartingWith("INVALID_BOX: ");
    }

    @Test
    void isFourNumbersInJson() {
        assertThat(Json.text(new Box(1, 2.5, 3, 4))).isEqualTo("[1.0,2.5,3.0,4.0]");
        assertThat(TestJson.read("[1,2.5,3,4]", Box.class)).isEqualTo(new Box(1, 2.5, 3, 4));
        assertThatThrownBy(() -> TestJson.read("[1,2,3]", Box.class)).hasMessageStartingWith("INVALID_BOX: ");
        assertThatThrownBy(() -> TestJson.read("[3,2,1,4]", Box.class)).hasMessageStartingWith("INVALID_BOX: ");
        assertThatThrownBy(() -> TestJson.read("[3,2,null,4]", Box.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boxesThatOnlyMeetAtAnEdgeDoNotTouch() {
        Box box = new Box(10, 10, 20, 20);

        assertThat(box.touches(new Box(19, 19, 30, 30))).isTrue();
        assertThat(box.touches(new Box(20, 10, 30, 20))).isFalse();
        assertThat(box.touches(new Box(0, 0, 100, 100))).isTrue();
        assertThat(box.touches(new Box(12, 30, 18, 40))).isFalse();
        assertThat(box.touches(new Box(15, 15, 15, 18)))
                .as("a box without area")
                .isFalse();
    }
}
