package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    @Test
    void aNewMaskKeepsNothing() {
        assertThat(new Mask(100, 10).keptPixels()).isZero();
    }

    @Test
    void everyPixelIsItsOwnBit() {
        Mask mask = new Mask(130, 3);
        for (int x = 0; x < 130; x++) {
            mask.keep(x, 1);
            assertThat(mask.keptPixels()).isEqualTo(x + 1);
            assertThat(mask.kept(x, 1)).isTrue();
            assertThat(mask.kept(x, 0)).isFalse();
            assertThat(mask.kept(x, 2)).isFalse();
        }
    }

    @Test
    void overlappingMasksBecomeTheirUnion() {
        Mask left = keeping(new PixelRect(0, 0, 70, 40));
        Mask right = keeping(new PixelRect(60, 20, 128, 64));

        left.or(right);

        for (int y = 0; y < 64; y++)
            for (int x = 0; x < 128; x++)
                assertThat(left.kept(x, y)).isEqualTo((x < 70 && y < 40) || (x >= 60 && y >= 20));
        assertThat(left.keptPixels()).isEqualTo(70 * 40 + 68 * 44 - 10 * 20);
    }

    @Test
    void uniteTwiceIsUniteOnce() {
        Mask once = keeping(new PixelRect(3, 4, 99, 60));
        once.or(keeping(new PixelRect(3, 4, 99, 60)));

        assertThat(once).isEqualTo(keeping(new PixelRect(3, 4, 99, 60)));
    }

    @Test
    void maskOfAnotherFrameIsRejected() {
        Mask mask = new Mask(1024, 640);

        assertThatThrownBy(() -> mask.or(new Mask(1024, 576)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1024×576")
                .hasMessageContaining("1024×640");
        assertThatThrownBy(() -> mask.or(new Mask(640, 1024))).isInstanceOf(IllegalArgumentException.class);
    }

    static IntStream wordEdges() {
        return IntStream.of(0, 1, 62, 63, 64, 65, 66, 126, 127, 128, 129, 190, 191, 192, 200);
    }

    @ParameterizedTest
    @MethodSource("wordEdges")
    void rectanglesEndExactlyWhereTheyShould(int from) {
        wordEdges().filter(to -> to >= from).forEach(to -> {
            Mask mask = new Mask(200, 3);
            mask.keep(new PixelRect(from, 1, to, 2));
            for (int x = 0; x < 200; x++)
                assertThat(mask.kept(x, 1)).as("x=%d of %d..%d", x, from, to).isEqualTo(x >= from && x < to);
            assertThat(mask.keptPixels()).isEqualTo(to - from);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65, 127, 128, 130})
    void aRectangleBeyondTheEdgeIsClippedAndDoesNotWrap(int width) {
        Mask mask = new Mask(width, 4);

        mask.keep(new PixelRect(-30, -2, 5, 2));
        mask.keep(new PixelRect(width - 3, 3, width + 500, 90));

        for (int y = 0; y < 4; y++)
            for (int x = 0; x < width; x++)
                assertThat(mask.kept(x, y)).isEqualTo((x < 5 && y < 2) || (x >= width - 3 && y == 3));
    }

    @Test
    void aRectangleOutsideKeepsNothing() {
        Mask mask = new Mask(64, 64);

        mask.keep(new PixelRect(-20, 0, 0, 64));
        mask.keep(new PixelRect(64, 0, 90, 64));
        mask.keep(new PixelRect(0, 64, 64, 80));
        mask.keep(new PixelRect(5, 5, 5, 9));

        assertThat(mask.keptPixels()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR})
    void everythingDarkerThanMiddleGreyIsKept(int type) {
        BufferedImage image = new BufferedImage(256, 1, type);
        for (int grey = 0; grey < 256; grey++)
            for (int band = 0; band < image.getRaster().getNumBands(); band++)
                image.getRaster().setSample(grey, 0, band, grey);

        Mask mask = Mask.ofImage(image);

        for (int grey = 0; grey < 256; grey++)
            assertThat(mask.kept(grey, 0)).as("grey %d", grey).isEqualTo(grey < 128);
    }

    @Test
    void colourIsNotBlack() {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff0000);
        image.setRGB(1, 0, 0x00ff00);
        image.setRGB(2, 0, 0x7f7f7f);

        Mask mask = Mask.ofImage(image);

        assertThat(mask.kept(0, 0)).isFalse();
        assertThat(mask.kept(1, 0)).isFalse();
        assertThat(mask.kept(2, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 100, 1024})
    void pngIsBlackWhereKeptAndWhiteElsewhereAndComesBackTheSame(int width) {
        Mask mask = new Mask(width, 64);
        mask.keep(new PixelRect(10, 10, 63, 50));
        mask.keep(width - 1, 63);

        BufferedImage png = ImageBytes.decode("mask", ImageBytes.png(mask.toImage()));

        int[] samples = png.getRaster().getSamples(0, 0, width, 64, 0, (int[]) null);
        assertThat(Arrays.stream(samples).distinct()).containsExactlyInAnyOrder(0, 255);
        assertThat(samples[20 * width + 20]).isZero();
        assertThat(samples[0]).isEqualTo(255);
        assertThat(Mask.ofImage(png)).isEqualTo(mask);
    }

    @Test
    void aMaskNeedsPixels() {
        assertThatThrownBy(() -> new Mask(0, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Mask keeping(PixelRect rect) {
        Mask mask = new Mask(128, 64);
        mask.keep(rect);
        return mask;
    }
}
