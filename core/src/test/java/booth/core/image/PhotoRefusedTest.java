package booth.core.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import booth.core.Refused;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoRefusedTest {
    private static final byte[] NOISE = noise();

    @Test
    void moreThanFifteenMegabytesIsTooLarge() {
        assertRefused("PHOTO_TOO_LARGE", "15 MB", () -> frame(new byte[(15 << 20) + 1]));
    }

    @Test
    void nothingIsNoPhoto() {
        assertRefused("EMPTY_PHOTO", "send it again", () -> frame(new byte[0]));
    }

    @Test
    void moreThanFiftyMegapixelsIsTooLargeWithoutLookingFurtherThanTheHeader() {
        assertRefused("PHOTO_TOO_LARGE", "10000×5001", () -> frame(TestPhotos.pngHeader(10_000, 5001)));
        assertRefused("PHOTO_TOO_LARGE", "megapixels", () -> frame(TestPhotos.pngHeader(50_000, 50_000)));
    }

    @Test
    void sixteenToOneIsTooNarrow() {
        assertRefused("PHOTO_TOO_NARROW", "16:1", () -> frame(TestPhotos.pngHeader(4000, 200)));
    }

    @Test
    void heicIsNamed() {
        assertRefused("UNSUPPORTED_TYPE", "HEIC", () -> frame(TestPhotos.heic()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GIF89a....", "BM......", "RIFF....WEBPVP8 ", "%PDF-1.7", "<html></html>"})
    void otherKindsAreUnsupported(String beginning) {
        assertRefused("UNSUPPORTED_TYPE", "JPEG nor PNG", () -> frame(beginning.getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1, 0.5, 0.9, 0.99})
    void jpegCutShortIsUnreadable(double share) {
        byte[] jpeg = TestPhotos.jpeg(800, 600, (x, y) -> new Random(x * 600L + y).nextInt(0xffffff));

        assertRefused("UNREADABLE_PHOTO", "damaged", () -> frame(Arrays.copyOf(jpeg, (int) (jpeg.length * share))));
    }

    @Test
    void jpegThatLacksOnlyItsEndMarkerIsReadable() {
        byte[] jpeg = TestPhotos.jpeg(800, 600, (x, y) -> x * 255 / 800);

        assertThat(frame(Arrays.copyOf(jpeg, jpeg.length - 2)).getWidth()).isEqualTo(1024);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9})
    void pngCutShortIsUnreadable(double share) {
        byte[] png = ImageBytes.png(TestPhotos.paint(300, 200, (x, y) -> x * y));

        assertRefused(
                "UNREADABLE_PHOTO",
                "damaged",
                () -> frame(Arrays.copyOf(png, Math.max(8, (int) (png.length * share)))));
    }

    @Test
    void noiseBehindTheRightBeginningIsUnreadable() {
        byte[] jpeg = NOISE.clone();
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, jpeg, 0, 3);
        byte[] png = NOISE.clone();
        System.arraycopy(TestPhotos.pngHeader(100, 100), 0, png, 0, 33);

        assertRefused("UNREADABLE_PHOTO", "damaged", () -> frame(jpeg));
        assertRefused("UNREADABLE_PHOTO", "damaged", () -> frame(png));
    }

    @Test
    void fourColourJpegIsUnreadable() {
        byte[] rgb = TestPhotos.jpeg(200, 200, (x, y) -> 0x336699);
        byte[] cmyk = new byte[rgb.length];
        System.arraycopy(rgb, 0, cmyk, 0, rgb.length);
        int frameHeader = indexOfStartOfFrame(cmyk);
        cmyk[frameHeader + 9] = 4; // says four components where three are described

        assertRefused("UNREADABLE_PHOTO", "not in RGB", () -> frame(cmyk));
    }

    private static int indexOfStartOfFrame(byte[] jpeg) {
        for (int i = 2; i < jpeg.length - 1; i++) if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) return i;
        throw new IllegalStateException("no start of frame");
    }

    private static byte[] noise() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static BufferedImage frame(byte[] bytes) {
        return Photo.frame(bytes, Photo.Fit.SQUASH);
    }

    private static void assertRefused(String code, String words, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.sentence()).contains(words);
        });
    }
}
