package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.TestJson;
import org.junit.jupiter.api.Test;

class PixelRectTest {
    private static final Frame FRAME = new Frame(1024, 640);

    @Test
    void cornerAndSizeAreTruncatedOneByOne() {
        // 1024·0.1999 = 204.7, 1024·0.1004 = 102.8: together 307.5, but one by one 204 + 102
        assertThat(PixelRect.ofRatios(.1999, 0, .1004, .5, FRAME)).isEqualTo(new PixelRect(204, 0, 306, 320));
    }

    @Test
    void whatReachesOutsideTheFrameIsCutOff() {
        assertThat(PixelRect.ofRatios(-.1, -.1, .2, .2, FRAME)).isEqualTo(new PixelRect(0, 0, 102, 64));
        assertThat(PixelRect.ofRatios(.9, .9, 5, 5, FRAME)).isEqualTo(new PixelRect(921, 576, 1024, 640));
        assertThat(PixelRect.ofRatios(2, 2, 1, 1, FRAME).width()).isZero();
    }

    @Test
    void isFourWholeNumbersInJson() {
        assertThat(Json.text(new PixelRect(1, 2, 3, 4))).isEqualTo("[1,2,3,4]");
        assertThat(TestJson.read("[1,2,3,4]", PixelRect.class)).isEqualTo(new PixelRect(1, 2, 3, 4));
        assertThatThrownBy(() -> TestJson.read("[1,2,3,4,5]", PixelRect.class)).hasMessageStartingWith("INVALID_BOX: ");
    }

    @Test
    void cornersInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new PixelRect(2, 0, 1, 1)).hasMessageStartingWith("INVALID_BOX: ");
    }
}
