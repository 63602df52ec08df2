package booth.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import booth.matting.Cutout;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DepthOfFieldTest {
    private static final int SIDE = 400;

    @Test
    void theGroundAtTheFeetIsNearlySharp() {
        float[] radius = DepthOfField.of(person(60, 330), 20);
        assertThat(radius[329]).isLessThan(3);
        assertThat(radius[60]).isGreaterThan(19);
        assertThat(radius[250]).isBetween(radius[329], radius[200]);
    }

    @Test
    void whoIsCutOffByTheBorderStandsOnNoGround() {
        assertThat(DepthOfField.of(person(60, SIDE), 20)).containsOnly(20);
    }

    @Test
    void nobodyNoGround() {
        assertThat(DepthOfField.of(person(0, 0), 20)).containsOnly(20);
    }

    private static Cutout person(int top, int bottom) {
        float[] alpha = new float[SIDE * SIDE];
        for (int y = top; y < bottom; y++) Arrays.fill(alpha, y * SIDE + 150, y * SIDE + 250, 1);
        BufferedImage photo = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < alpha.length; i++) photo.setRGB(i % SIDE, i / SIDE, alpha[i] > 0 ? 0x905040 : 0x3050A0);
        return Cutout.of(photo, alpha);
    }
}
