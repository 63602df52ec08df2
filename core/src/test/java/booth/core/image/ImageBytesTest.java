package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageBytesTest {
    @Test
    void pngLosesNothing() {
        Random random = new Random(1);
        BufferedImage noise = TestPhotos.paint(64, 64, (x, y) -> random.nextInt(1 << 24));

        BufferedImage back = ImageBytes.decode("noise", ImageBytes.png(noise));

        assertThat(back.getRGB(0, 0, 64, 64, null, 0, 64)).isEqualTo(noise.getRGB(0, 0, 64, 64, null, 0, 64));
    }

    @Test
    void jpegIsRealJpeg() {
        byte[] jpeg = ImageBytes.jpeg(TestPhotos.paint(64, 64, (x, y) -> 0x808080), 0.9f);

        assertThat(Arrays.copyOf(jpeg, 3)).containsExactly(0xff, 0xd8, 0xff);
    }

    @Test
    void whatIsNoPictureIsNamed() {
        assertThatThrownBy(() -> ImageBytes.decode("photo/x/frame.png", new byte[10]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("photo/x/frame.png");
    }

    @ParameterizedTest
    @CsvSource({"zTXt, 2", "iTXt, 3", "iCCP, 3", "boOm, 3"})
    void whatAModelSendsBesidesPixelsIsNeverInflated(String chunk, int colourType) {
        byte[] bomb = TestPngs.bomb(chunk, 96 << 20);
        byte[] picture = TestPngs.black(colourType, bomb, new byte[0]);

        assertThat(Allocation.of(
                        () -> assertThat(ImageBytes.decode("answer", picture).getRGB(0, 0))
                                .isEqualTo(0xff000000)))
                .isLessThan(64 << 20);
    }

    @Test
    void anAnswerThatSaysItIsHugeIsRefusedForWhatItsHeaderSays() {
        byte[] huge = TestPngs.png(new TestPngs.Header(30_000, 30_000, 8, TestPngs.RGB, false));
        byte[] jpeg = TestPhotos.resized(TestPhotos.jpeg(64, 64, (x, y) -> x), 60_000, 60_000);

        for (byte[] bomb : new byte[][] {huge, jpeg})
            assertThat(Allocation.of(() -> assertThatThrownBy(() -> ImageBytes.decode("answer", bomb))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("answer has")))
                    .isLessThan(8 << 20);
    }

    @Test
    void aDecodeThatDoesNotEndIsEndedAndGivesItsMemoryBack() {
        DecodeMemory memory = new DecodeMemory(64 << 20, Duration.ZERO);
        Random random = new Random(1);
        byte[] noise = TestPhotos.jpeg(400, 400, (x, y) -> random.nextInt(1 << 24));
        AtomicLong seconds = new AtomicLong();

        assertThatThrownBy(() -> ImageBytes.decode(
                        "answer", noise, memory, () -> TimeUnit.SECONDS.toNanos(seconds.getAndIncrement())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answer takes too long to open");

        assertThat(memory.freeBytes()).isEqualTo(64 << 20);
    }

    @Test
    void anAnswerThatFindsNoMemoryIsToBeOpenedLater() {
        DecodeMemory memory = new DecodeMemory(8 << 20, Duration.ZERO);
        byte[] picture = ImageBytes.png(TestPhotos.paint(1024, 1024, (x, y) -> x));

        memory.during(6 << 20, () -> {
            assertThatThrownBy(() -> ImageBytes.decode("answer", picture, memory, () -> 0))
                    .isInstanceOf(Busy.class);
            return "";
        });
    }

    @Test
    void transparencyFallsOnWhite() {
        BufferedImage clear = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);

        assertThat(ImageBytes.rgb(clear).getRGB(0, 0)).isEqualTo(0xffffffff);
    }
}
