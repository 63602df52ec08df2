package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.image.Photo.Fit;
import booth.core.image.TestPngs.Header;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos of a megabyte that take a gigabyte or a minute, had anyone let them. */
class PhotoBombTest {
    private static final long MEGABYTE = 1 << 20;
    private static final int BOMB = 96 << 20;

    @ParameterizedTest
    @CsvSource({"zTXt, 2", "iTXt, 2", "iCCP, 2", "zTXt, 3", "iTXt, 3", "iCCP, 3", "tEXt, 3", "boOm, 3"})
    void whatIsNotPixelsIsNeverInflated(String chunk, int colourType) {
        byte[] bomb = TestPngs.bomb(chunk, BOMB);
        byte[] before = TestPngs.black(colourType, bomb, new byte[0]);
        byte[] behind = TestPngs.black(colourType, new byte[0], bomb);

        assertThat(Allocation.of(() -> assertThat(frame(before).getRGB(0, 0)).isEqualTo(0xff000000)))
                .isLessThan(64 * MEGABYTE);
        assertThat(Allocation.of(() -> assertThat(frame(behind).getRGB(0, 0)).isEqualTo(0xff000000)))
                .isLessThan(64 * MEGABYTE);
    }

    @Test
    void exifWhoseTagsAllSayTheyAreSixtyKilobytesLongIsNotReadTagByTag() {
        byte[] exif = TestPhotos.bytes(out -> {
            out.writeBytes("MM\0*");
            out.writeInt(8);
            out.writeShort(5000);
            for (int tag = 0; tag < 5000; tag++) {
                out.writeShort(0x1000 + tag);
                out.writeShort(7); // bytes
                out.writeInt(60_000);
                out.writeInt(0);
            }
        });
        byte[] png = TestPngs.black(TestPngs.RGB, TestPngs.chunk("eXIf", exif), new byte[0]);

        assertThat(Allocation.of(() -> frame(png))).isLessThan(64 * MEGABYTE);
    }

    @Test
    void largeInterlacedPngIsRefusedForWhatItsHeaderSays() {
        assertThatThrownBy(() -> frame(TestPngs.png(new Header(7000, 7000, 16, TestPngs.RGBA, true))))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "PHOTO_TOO_HEAVY: This PNG is interlaced and would take 392 MB to open; save it as a JPEG.");
        assertThatThrownBy(() -> frame(TestPngs.png(new Header(5000, 4000, 8, TestPngs.GREY, true))))
                .hasMessageStartingWith("PHOTO_TOO_HEAVY: ");
    }

    @Test
    void smallInterlacedPngIsTaken() {
        byte[] png = TestPngs.black(new Header(512, 512, 16, TestPngs.RGB, true), 512 * 512 * 6 + 7 * 512);

        assertThat(frame(png).getRGB(500, 500)).isEqualTo(0xff000000);
    }

    @Test
    void largeProgressiveJpegOfFullColourIsRefused() {
        byte[] small = TestPhotos.progressive(TestPhotos.jpeg(64, 64, (x, y) -> x));
        byte[] jpeg = TestPhotos.resized(small, 8000, 6000);

        assertThat(PhotoFile.of(jpeg).heldBesides()).isEqualTo(144_000_000);
        assertThatThrownBy(() -> frame(TestPhotos.ofFullColour(jpeg)))
                .isInstanceOf(Refused.class)
                .hasMessage("PHOTO_TOO_HEAVY: This JPEG is progressive and would take 288 MB to open; "
                        + "save it as a baseline JPEG, or smaller.");
    }

    @Test
    void baselineJpegTakesItsPixelsAlone() {
        PhotoFile file = PhotoFile.of(TestPhotos.resized(TestPhotos.jpeg(64, 64, (x, y) -> x), 8064, 5952));

        assertThat(file.heldBesides()).isZero();
        assertThat(Photo.cost(file, new PixelRect(0, 0, 8064, 5952))).isLessThan(80 * MEGABYTE);
    }

    @Test
    void decodeThatTakesTooLongEndsAndGivesItsMemoryBack() {
        DecodeMemory memory = new DecodeMemory(64 * MEGABYTE, Duration.ZERO);
        byte[] jpeg = noise();
        byte[] png = ImageBytes.png(ImageBytes.decode("noise", jpeg));
        for (byte[] photo : new byte[][] {jpeg, png, TestPhotos.progressive(jpeg)})
            assertThatThrownBy(() -> Photo.frame(photo, Fit.SQUASH, memory, oneSecondEachLook()))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("PHOTO_TOO_SLOW: ");

        assertThat(memory.freeBytes()).isEqualTo(64 * MEGABYTE);
    }

    @Test
    void photoThatFindsNoMemoryIsToComeLater() {
        DecodeMemory memory = new DecodeMemory(64 * MEGABYTE, Duration.ZERO);
        byte[] photo = TestPngs.black(TestPngs.RGB, new byte[0], new byte[0]);

        memory.during(60 * MEGABYTE, () -> {
            assertThatThrownBy(() -> Photo.frame(photo, Fit.SQUASH, memory, () -> 0))
                    .isInstanceOf(Busy.class);
            return "";
        });

        assertThat(Photo.frame(photo, Fit.SQUASH, memory, () -> 0).getWidth()).isEqualTo(1024);
    }

    /** A scan of a picture of one colour takes a few bytes, and the decoder goes through all of the picture for it. */
    @Test
    void hundredsOfProgressiveScansEndWithinTheTimeThatAPhotoHas() {
        byte[] jpeg =
                TestPhotos.withLastScan(TestPhotos.progressive(TestPhotos.jpeg(1024, 1024, (x, y) -> 0x808080)), 1000);
        DecodeMemory memory = new DecodeMemory(256 * MEGABYTE, Duration.ZERO);
        AtomicLong seconds = new AtomicLong();

        assertThatThrownBy(() -> Photo.frame(
                        jpeg, Fit.SQUASH, memory, () -> TimeUnit.SECONDS.toNanos(seconds.getAndIncrement())))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("PHOTO_TOO_SLOW: ");

        assertThat(jpeg.length).isLessThan(100_000);
        assertThat(seconds.get()).as("looks at the clock").isLessThan(15);
        assertThat(memory.freeBytes()).isEqualTo(256 * MEGABYTE);
    }

    private static byte[] noise() {
        Random random = new Random(1);
        return ImageBytes.jpeg(TestPhotos.paint(400, 400, (x, y) -> random.nextInt(1 << 24)), 1);
    }

    private static LongSupplier oneSecondEachLook() {
        AtomicLong seconds = new AtomicLong();
        return () -> TimeUnit.SECONDS.toNanos(seconds.getAndIncrement());
    }

    private static BufferedImage frame(byte[] bytes) {
        return Photo.frame(bytes, Fit.SQUASH);
    }
}
