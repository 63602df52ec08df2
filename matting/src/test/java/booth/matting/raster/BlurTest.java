package booth.matting.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlurTest {
    @Test
    void aBlurOfAFlatPlaneIsFlat() {
        float[] plane = new float[30 * 20];
        Arrays.fill(plane, .7f);
        Blur.gaussian(plane, 30, 20, 9);
        for (float v : plane) {
            assertThat(v).isBetween(.6999f, .7001f);
        }
    }

    @Test
    void aBoxBlurIsTheMeanOfTheClippedSquare() {
        Random dice = new Random(5);
        float[] plane = new float[13 * 9];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = dice.nextFloat();
        }
        float[] blurred = plane.clone();
        Blur.box(blurred, 13, 9, 2);
        assertThat(blurred[0]).isEqualTo(mean(plane, 0, 3, 0, 3), offset(1e-5f));
        assertThat(blurred[4 * 13 + 6]).isEqualTo(mean(plane, 4, 9, 2, 7), offset(1e-5f));
    }

    private static float mean(float[] plane, int left, int right, int top, int bottom) {
        float sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += plane[y * 13 + x];
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}
