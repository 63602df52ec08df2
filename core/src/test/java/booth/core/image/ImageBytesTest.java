package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

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

    @Test
    void transparencyFallsOnWhite() {
        BufferedImage clear = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);

        assertThat(ImageBytes.rgb(clear).getRGB(0, 0)).isEqualTo(0xffffffff);
    }
}
