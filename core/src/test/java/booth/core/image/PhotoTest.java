package booth.core.image;

import static booth.core.image.Photo.Fit.CROP;
import static booth.core.image.Photo.Fit.SQUASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTest {
    private static final int RED = 0xe02020;
    private static final int GREEN = 0x20c020;
    private static final int BLUE = 0x2020e0;
    private static final int YELLOW = 0xe0e020;

    @ParameterizedTest
    @CsvSource({
        // EXIF value, then what the upright photo shows: top left, top right, bottom left, bottom right
        "1, RGBY, false",
        "2, GRYB, false",
        "3, YBGR, false",
        "4, BYRG, false",
        "5, RBGY, true",
        "6, BRYG, true",
        "7, YGBR, true",
        "8, GYRB, true",
    })
    void photoStandsUprightHoweverTheCameraWasHeld(int orientation, String corners, boolean sideways) {
        byte[] jpeg = TestPhotos.withOrientation(quarters(1280, 800), orientation);

        BufferedImage frame = Photo.frame(jpeg, SQUASH);

        assertThat(frame.getWidth()).isEqualTo(sideways ? 640 : 1024);
        assertThat(frame.getHeight()).isEqualTo(sideways ? 1024 : 640);
        assertThat(cornersOf(frame)).isEqualTo(corners);
    }

    @Test
    void cameraHeldSidewaysGivesTheSameFrameAsARotatedPhoto() {
        IntBinaryOperator slopes = (x, y) -> (x * 255 / 900) << 16 | (y * 255 / 900) << 8 | 80;
        byte[] stored = ImageBytes.png(TestPhotos.paint(900, 580, slopes));
        byte[] rotated = ImageBytes.png(TestPhotos.paint(580, 900, (x, y) -> slopes.applyAsInt(y, 579 - x)));
        byte[] jpeg = TestPhotos.withOrientation(ImageBytes.jpeg(ImageBytes.decode("stored", stored), 1), 6);

        for (Photo.Fit fit : Photo.Fit.values()) assertSimilar(Photo.frame(jpeg, fit), Photo.frame(rotated, fit), 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    void nonsenseInTheOrientationTagIsIgnored(int orientation) {
        assertThat(cornersOf(Photo.frame(TestPhotos.withOrientation(quarters(1280, 800), orientation), SQUASH)))
                .isEqualTo("RGBY");
    }

    @Test
    void transparentPngGivesTheSameFrameAsItsOpaqueTwin() {
        BufferedImage opaque = TestPhotos.paint(1000, 700, (x, y) -> x * 255 / 1000 << 16 | y * 255 / 700);
        BufferedImage transparent = new BufferedImage(1000, 700, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 700; y++)
            for (int x = 0; x < 1000; x++)
                transparent.setRGB(x, y, (y < 350 ? 0xff000000 : 0) | opaque.getRGB(x, y) & 0xffffff);

        BufferedImage twin = Photo.frame(ImageBytes.png(opaque), SQUASH);
        BufferedImage frame = Photo.frame(ImageBytes.png(transparent), SQUASH);

        assertThat(frame.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        int[] expected = twin.getRGB(0, 0, 1024, 340, null, 0, 1024);
        assertThat(frame.getRGB(0, 0, 1024, 340, null, 0, 1024)).isEqualTo(expected);
        assertThat(frame.getRGB(500, 600)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void frameOfAFrameIsTheSamePixels() {
        BufferedImage frame = Photo.frame(quarters(1422, 800), SQUASH);

        BufferedImage again = Photo.frame(ImageBytes.png(frame), SQUASH);

        assertThat(again.getRGB(0, 0, 1024, 576, null, 0, 1024))
                .isEqualTo(frame.getRGB(0, 0, 1024, 576, null, 0, 1024));
    }

    @Test
    void croppedPhotoIsNotStretched() {
        // a circle on 1080×718: squashed to 1024×640 it would be 6 % wider than high
        byte[] circle = ImageBytes.png(TestPhotos.paint(
                1080, 718, (x, y) -> Math.hypot(x - 539.5, y - 358.5) < 300 ? 0x000000 : 0xffffff));

        assertThat(proportionsOfTheDarkIn(Photo.frame(circle, CROP))).isCloseTo(1, within(0.005));
        assertThat(proportionsOfTheDarkIn(Photo.frame(circle, SQUASH))).isCloseTo(1.0637, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_BINARY})
    void greyPngKeepsItsBrightness(int type) {
        BufferedImage image = new BufferedImage(800, 600, type);
        int white = type == BufferedImage.TYPE_USHORT_GRAY ? 0xffff : type == BufferedImage.TYPE_BYTE_BINARY ? 1 : 0xff;
        int middle = type == BufferedImage.TYPE_BYTE_BINARY ? 1 : white * 100 / 255;
        for (int y = 0; y < 600; y++)
            for (int x = 0; x < 800; x++) image.getRaster().setSample(x, y, 0, x < 400 ? 0 : middle);

        BufferedImage frame = Photo.frame(ImageBytes.png(image), SQUASH);

        int expected = type == BufferedImage.TYPE_BYTE_BINARY ? 255 : 100;
        assertThat(frame.getRGB(100, 300) & 0xffffff).isZero();
        assertThat(new Color(frame.getRGB(900, 300))).isEqualTo(new Color(expected, expected, expected));
    }

    @Test
    void greyPngWithTransparencyKeepsItsBrightness() {
        ComponentColorModel greyAlpha = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, 3, DataBuffer.TYPE_BYTE);
        BufferedImage image =
                new BufferedImage(greyAlpha, greyAlpha.createCompatibleWritableRaster(640, 480), false, null);
        for (int y = 0; y < 480; y++)
            for (int x = 0; x < 640; x++) image.getRaster().setPixel(x, y, new int[] {100, 255});

        BufferedImage frame = Photo.frame(ImageBytes.png(image), SQUASH);

        assertThat(new Color(frame.getRGB(500, 300))).isEqualTo(new Color(100, 100, 100));
    }

    @Test
    void greyJpegWorks() {
        BufferedImage grey = new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 600; y++)
            for (int x = 0; x < 800; x++) grey.getRaster().setSample(x, y, 0, 100);

        Color colour = new Color(Photo.frame(ImageBytes.jpeg(grey, 1), SQUASH).getRGB(500, 300));

        assertThat(colour).isEqualTo(new Color(100, 100, 100));
    }

    @Test
    void sixteenBitPngWorks() {
        ComponentColorModel deep = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1, DataBuffer.TYPE_USHORT);
        BufferedImage image = new BufferedImage(deep, deep.createCompatibleWritableRaster(640, 480), false, null);
        for (int y = 0; y < 480; y++)
            for (int x = 0; x < 640; x++) image.getRaster().setPixel(x, y, new int[] {200 * 257, 100 * 257, 50 * 257});

        assertThat(new Color(Photo.frame(ImageBytes.png(image), SQUASH).getRGB(500, 300)))
                .isEqualTo(new Color(200, 100, 50));
    }

    @Test
    void coloursOfAnotherColourSpaceAreConverted() {
        byte[] jpeg = TestPhotos.jpeg(640, 480, (x, y) -> 0x646464);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        Color colour = new Color(
                Photo.frame(TestPhotos.withColourProfile(jpeg, linear), SQUASH).getRGB(500, 300));

        // 100/255 of linear light is 168/255 in sRGB
        assertThat(colour.getRed()).isCloseTo(168, within(3));
        assertThat(colour.getBlue()).isCloseTo(168, within(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1900, 2600, 4096})
    void stripesTooFineForTheFrameBecomeGreyInsteadOfMoire(int width) {
        byte[] png = ImageBytes.png(TestPhotos.paint(width, 512, (x, y) -> {
            int grey = (int) Math.round(127.5 + 100 * Math.cos(2 * Math.PI * x / 2.8));
            return grey << 16 | grey << 8 | grey;
        }));

        BufferedImage frame = Photo.frame(png, SQUASH);

        for (int x = 16; x < 1008; x++)
            assertThat(frame.getRGB(x, frame.getHeight() / 2) & 0xff)
                    .as("x=%d", x)
                    .isCloseTo(128, within(20));
    }

    @Test
    void smallPhotosGrowSmoothly() {
        byte[] png = ImageBytes.png(TestPhotos.paint(64, 64, (x, y) -> x * 4 << 16 | x * 4 << 8 | x * 4));

        BufferedImage frame = Photo.frame(png, SQUASH);

        for (int x = 33; x < 990; x++)
            assertThat((frame.getRGB(x, 500) & 0xff) - (frame.getRGB(x - 1, 500) & 0xff))
                    .as("x=%d", x)
                    .isBetween(0, 2);
    }

    @Test
    void fortyEightMegapixelsFit() {
        byte[] jpeg = quarters(8064, 5952);

        BufferedImage frame = Photo.frame(jpeg, SQUASH);

        assertThat(frame.getHeight()).isEqualTo(704);
        assertThat(cornersOf(frame)).isEqualTo("RGBY");
    }

    private static byte[] quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var canvas = image.createGraphics();
        int[] colours = {RED, GREEN, BLUE, YELLOW};
        for (int i = 0; i < 4; i++) {
            canvas.setColor(new Color(colours[i]));
            canvas.fillRect(i % 2 * width / 2, i / 2 * height / 2, width, height);
            if (i == 2) canvas.fillRect(0, height / 2, width / 2, height);
        }
        canvas.dispose();
        return ImageBytes.jpeg(image, 0.9f);
    }

    private static String cornersOf(BufferedImage frame) {
        int right = frame.getWidth() - 20;
        int bottom = frame.getHeight() - 20;
        return "" + name(frame.getRGB(20, 20)) + name(frame.getRGB(right, 20)) + name(frame.getRGB(20, bottom))
                + name(frame.getRGB(right, bottom));
    }

    private static char name(int rgb) {
        Color colour = new Color(rgb);
        if (colour.getBlue() > 128) return 'B';
        if (colour.getRed() > 128) return colour.getGreen() > 128 ? 'Y' : 'R';
        return colour.getGreen() > 128 ? 'G' : '?';
    }

    private static double proportionsOfTheDarkIn(BufferedImage frame) {
        Mask dark = Mask.ofImage(frame);
        int across = 0;
        for (int x = 0; x < frame.getWidth(); x++) if (dark.kept(x, frame.getHeight() / 2)) across++;
        int down = 0;
        for (int y = 0; y < frame.getHeight(); y++) if (dark.kept(frame.getWidth() / 2, y)) down++;
        return (double) across / down;
    }

    private static void assertSimilar(BufferedImage one, BufferedImage other, int tolerance) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        for (int y = 0; y < one.getHeight(); y += 7)
            for (int x = 0; x < one.getWidth(); x += 7) {
                Color a = new Color(one.getRGB(x, y));
                Color b = new Color(other.getRGB(x, y));
                assertThat(Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()))
                        .as("%d,%d", x, y)
                        .isLessThanOrEqualTo(2 * tolerance);
            }
    }
}
