package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.image.Photo.Fit;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoFileTest {
    private static final byte[] NOTHING = {};

    @Test
    void pngSaysHowTheCameraWasHeldBeforeItsPixelsOrBehindThem() {
        byte[] sideways = TestPngs.chunk("eXIf", TestPhotos.exif(6));

        for (byte[] png : new byte[][] {
            TestPngs.black(TestPngs.RGB, sideways, NOTHING), TestPngs.black(TestPngs.RGB, NOTHING, sideways)
        }) assertThat(Orientation.of(PhotoFile.of(png).exif())).isEqualTo(new Orientation(false, 1));
    }

    @Test
    void pngHeldSidewaysStandsUpright() {
        byte[] stored = ImageBytes.png(TestPhotos.paint(640, 320, (x, y) -> x < 320 ? 0xff0000 : 0x0000ff));
        byte[] png = TestPhotos.bytes(out -> {
            out.write(stored, 0, 33); // signature and header
            out.write(TestPngs.chunk("eXIf", TestPhotos.exif(6)));
            out.write(stored, 33, stored.length - 33);
        });

        BufferedImage frame = Photo.frame(png, Fit.SQUASH);

        assertThat(frame.getHeight()).isEqualTo(1024);
        assertThat(frame.getRGB(256, 100)).isEqualTo(0xffff0000);
        assertThat(frame.getRGB(256, 900)).isEqualTo(0xff0000ff);
    }

    @Test
    void exifLongerThanSixtyFourKilobytesIsNotRead() {
        byte[] long6 = Arrays.copyOf(TestPhotos.exif(6), PhotoFile.MAX_EXIF + 1);

        assertThat(PhotoFile.of(TestPngs.black(TestPngs.RGB, TestPngs.chunk("eXIf", long6), NOTHING))
                        .exif())
                .isEmpty();
    }

    @Test
    void jpegSaysItBehindOtherSegmentsToo() {
        byte[] jpeg = TestPhotos.withOrientation(TestPhotos.jpeg(64, 64, (x, y) -> x), 6);
        byte[] xmp = "http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] behind = TestPhotos.withSegment(TestPhotos.withSegment(jpeg, 0xe1, xmp), 0xed, new byte[60_000]);

        assertThat(Orientation.of(PhotoFile.of(behind).exif())).isEqualTo(new Orientation(false, 1));
    }

    @Test
    void littleEndianExifIsRead() {
        byte[] exif = {
            'I', 'I', '*', 0, 8, 0, 0, 0, 2, 0, //
            0x0f, 1, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, //
            0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, //
            0, 0, 0, 0
        };

        assertThat(Orientation.of(exif)).isEqualTo(new Orientation(false, 3));
        for (int length = 0; length < exif.length - 6; length++)
            assertThat(Orientation.of(Arrays.copyOf(exif, length))).isEqualTo(Orientation.UPRIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {TestPngs.GREY, TestPngs.RGB, TestPngs.PALETTE})
    void wrongChecksumsAreNotLookedAt(int colourType) {
        byte[] chunk = TestPngs.chunk("tEXt", "a\0b".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        chunk[chunk.length - 1]++;
        byte[] png = TestPngs.black(colourType, chunk, NOTHING);
        png[32]++; // of the header
        png[png.length - 1]++; // of the end

        assertThat(Photo.frame(png, Fit.SQUASH).getRGB(512, 512)).isEqualTo(0xff000000);
    }

    @Test
    void everyBeginningOfAPhotoIsAPhotoOrUnreadable() {
        byte[] jpeg = TestPhotos.withOrientation(TestPhotos.jpeg(64, 64, (x, y) -> x), 6);
        byte[] png = TestPngs.black(TestPngs.PALETTE, TestPngs.bomb("iTXt", 1000), NOTHING);
        for (byte[] photo : new byte[][] {jpeg, png})
            for (int length = 8; length < photo.length / 2; length++) {
                byte[] cut = Arrays.copyOf(photo, length);
                assertThatThrownBy(() -> Photo.frame(cut, Fit.SQUASH)).hasMessageStartingWith("UNREADABLE_PHOTO: ");
            }
    }

    @Test
    void transparentColourOfAPaletteFallsOnWhite() {
        byte[] black = {0, 0};
        IndexColorModel palette = new IndexColorModel(1, 2, black, black, black, 1);
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_BINARY, palette);
        for (int y = 0; y < 480; y++)
            for (int x = 320; x < 640; x++) image.getRaster().setSample(x, y, 0, 1);

        BufferedImage frame = Photo.frame(ImageBytes.png(image), Fit.SQUASH);

        assertThat(frame.getRGB(100, 300)).isEqualTo(0xff000000);
        assertThat(frame.getRGB(900, 300)).isEqualTo(0xffffffff);
    }
}
