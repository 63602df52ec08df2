package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class RasterTest {
    @Test
    void atTheEdgeOfAColourNothingDarkBleedsIn() {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB_PRE);
        image.setRGB(2, 0, 0xFFFFFFFF);
        image.setRGB(3, 0, 0xFFFFFFFF);
        float[] argb = new float[4];
        new Raster(image).add(.5, .5, argb);
        assertThat(argb[0]).isEqualTo(127.5f, offset(.01f));
        assertThat(argb[1] / argb[0]).isEqualTo(1, offset(1e-4f));
    }

    @Test
    void besideTheArtIsNothing() {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB_PRE);
        image.setRGB(0, 0, 0xFF804020);
        float[] argb = new float[4];
        new Raster(image).add(-.5, -.5, argb);
        new Raster(image).add(1.5, .25, argb);
        assertThat(argb).containsOnly(0);
    }
}
