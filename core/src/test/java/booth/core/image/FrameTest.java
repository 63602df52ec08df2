package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    @ParameterizedTest
    @CsvSource({
        "1422,  800, 1024,  576",
        "1080,  718, 1024,  640",
        " 416,  217, 1024,  512",
        "3024, 4032,  768, 1024",
        " 588,  784,  768, 1024", // in doubles 1024/784·588 is 767.99…, which would lose a whole step of 64
    })
    void longSideIs1024AndShortSideIsCutToSixtyFours(int width, int height, int frameWidth, int frameHeight) {
        assertThat(Frame.of(width, height)).isEqualTo(new Frame(frameWidth, frameHeight));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "64,64", "1024,1024", "7000,7000"})
    void squareStaysSquare(int width, int height) {
        assertThat(Frame.of(width, height)).isEqualTo(new Frame(1024, 1024));
    }

    @Test
    void everyExactProportionIsKeptExactly() {
        for (int step = 1; step <= 16; step++)
            for (int times = 1; times < 500; times += 7)
                assertThat(Frame.of(16 * times, step * times)).isEqualTo(new Frame(1024, 64 * step));
    }

    @Test
    void frameOfAFrameIsItself() {
        for (int shortSide = 64; shortSide <= 1024; shortSide += 64) {
            assertThat(Frame.of(1024, shortSide)).isEqualTo(new Frame(1024, shortSide));
            assertThat(Frame.of(shortSide, 1024)).isEqualTo(new Frame(shortSide, 1024));
        }
    }

    @Test
    void hugeSidesDoNotOverflow() {
        assertThat(Frame.of(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(new Frame(1024, 1024));
    }

    @ParameterizedTest
    @CsvSource({"4000,200", "200,4000", "1025,64"})
    void photoNarrowerThanSixteenToOneIsRefused(int width, int height) {
        assertThatThrownBy(() -> Frame.of(width, height)).hasMessageStartingWith("PHOTO_TOO_NARROW: ");
    }

    @Test
    void sixteenToOneIsTheNarrowestThatPasses() {
        assertThat(Frame.of(1600, 100)).isEqualTo(new Frame(1024, 64));
    }

    @ParameterizedTest
    @CsvSource({"0,100", "100,0", "-1,5"})
    void photoWithoutPixelsIsRefused(int width, int height) {
        assertThatThrownBy(() -> Frame.of(width, height)).hasMessageStartingWith("UNREADABLE_PHOTO: ");
    }

    @ParameterizedTest
    @CsvSource({"1024,600", "1000,640", "1024,0", "2048,1024", "960,640"})
    void otherSizesAreNoFrames(int width, int height) {
        assertThatThrownBy(() -> new Frame(width, height)).hasMessageStartingWith("INVALID_FRAME: ");
    }

    @ParameterizedTest
    @CsvSource({"1080,718", "1422,800", "3024,4032", "718,1080", "1025,1025", "65,1024"})
    void cropHasTheFramesProportionsAndSitsInTheMiddle(int width, int height) {
        Frame frame = Frame.of(width, height);

        PixelRect crop = frame.cropOf(width, height);

        assertThat(crop.clip(width, height)).isEqualTo(crop);
        assertThat((double) crop.width() / crop.height())
                .isCloseTo(
                        (double) frame.width() / frame.height(),
                        org.assertj.core.data.Percentage.withPercentage(0.3 + 100.0 / Math.min(width, height)));
        assertThat(Math.abs(crop.x1() - (width - crop.x2()))).isLessThanOrEqualTo(1);
        assertThat(Math.abs(crop.y1() - (height - crop.y2()))).isLessThanOrEqualTo(1);
        assertThat(crop.width() == width || crop.height() == height).isTrue();
    }
}
