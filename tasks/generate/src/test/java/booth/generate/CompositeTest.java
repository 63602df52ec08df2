package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.image.Mask;
import booth.core.image.PixelRect;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CompositeTest {
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    private final GenerateFixture fixture = new GenerateFixture();

    @Test
    void everyKeptPixelIsTheFramesOwn() {
        BufferedImage result = Composite.of(
                fixture.frame,
                GenerateFixture.faceMask(),
                GenerateFixture.flat(GenerateFixture.WIDTH, GenerateFixture.HEIGHT, Color.GREEN));

        assertThat(Pixels.meanDifference(result, fixture.frame, GenerateFixture.FACE))
                .isZero();
    }

    @Test
    void theSeamFadesOverTwoPixelsOutsideTheMask() {
        Mask mask = new Mask(64, 64);
        mask.keep(new PixelRect(20, 20, 40, 40));

        BufferedImage result = Composite.of(
                GenerateFixture.flat(64, 64, Color.WHITE), mask, GenerateFixture.flat(64, 64, Color.BLACK));

        assertThat(result.getRGB(39, 30)).isEqualTo(WHITE);
        assertThat(result.getRGB(40, 30)).isEqualTo(0xffaaaaaa);
        assertThat(result.getRGB(41, 30)).isEqualTo(0xff555555);
        assertThat(result.getRGB(42, 30)).isEqualTo(BLACK);
        assertThat(result.getRGB(0, 0)).isEqualTo(BLACK);
    }

    @Test
    void aMaskAtTheEdgeOfTheFrameIsNoTrouble() {
        Mask mask = new Mask(64, 64);
        mask.keep(new PixelRect(0, 0, 64, 1));

        BufferedImage result = Composite.of(
                GenerateFixture.flat(64, 64, Color.WHITE), mask, GenerateFixture.flat(64, 64, Color.BLACK));

        assertThat(result.getRGB(63, 0)).isEqualTo(WHITE);
        assertThat(result.getRGB(63, 63)).isEqualTo(BLACK);
    }

    @Test
    void aPictureOfAnotherSizeIsScaledToTheFrame() {
        BufferedImage result =
                Composite.of(fixture.frame, GenerateFixture.faceMask(), GenerateFixture.flat(1152, 896, Color.GREEN));

        assertThat(result.getWidth()).isEqualTo(GenerateFixture.WIDTH);
        assertThat(result.getHeight()).isEqualTo(GenerateFixture.HEIGHT);
        assertThat(result.getRGB(1, 255)).isEqualTo(Color.GREEN.getRGB());
    }

    @Test
    void aMaskOfAnotherFrameIsAnIncident() {
        assertThatThrownBy(() -> Composite.of(fixture.frame, new Mask(64, 64), fixture.frame))
                .hasMessageContaining("64×64")
                .hasMessageContaining("384×256");
    }
}
