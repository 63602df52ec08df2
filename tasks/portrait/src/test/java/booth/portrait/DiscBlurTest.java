package booth.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscBlurTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    private final Random dice = new Random(3);

    @Test
    void radiusZeroLeavesEveryPixel() {
        Backdrop backdrop = random();
        float[][] blurred = DiscBlur.of(backdrop, radius(0));
        for (int i = 0; i < WIDTH * HEIGHT; i++)
            if (backdrop.share()[i] > .01f) assertThat(blurred[1][i]).isEqualTo(backdrop.light()[1][i], offset(1e-3f));
    }

    @Test
    void everyPixelIsTheMeanOfItsDiscCountingWhatShowsTheBackdrop() {
        Backdrop backdrop = random();
        float[][] blurred = DiscBlur.of(backdrop, radius(5.3f));
        for (int i = 0; i < WIDTH * HEIGHT; i++)
            assertThat(blurred[0][i]).isEqualTo(mean(backdrop, i % WIDTH, i / WIDTH, 5.3f), offset(.002f));
    }

    @Test
    void whatShowsNoBackdropDoesNotCount() {
        Backdrop backdrop = random();
        Arrays.fill(backdrop.light()[0], .25f);
        for (int i = 0; i < backdrop.share().length; i += 3) {
            backdrop.share()[i] = 0;
            backdrop.light()[0][i] = 1;
        }
        float[][] blurred = DiscBlur.of(backdrop, radius(4));
        for (float light : blurred[0]) assertThat(light).isEqualTo(.25f, offset(1e-4f));
    }

    private Backdrop random() {
        float[][] light = new float[3][WIDTH * HEIGHT];
        float[] share = new float[WIDTH * HEIGHT];
        for (int i = 0; i < share.length; i++) {
            share[i] = dice.nextFloat();
            for (float[] plane : light) plane[i] = dice.nextFloat();
        }
        return new Backdrop(WIDTH, HEIGHT, light, share);
    }

    private static float[] radius(float radius) {
        float[] rows = new float[HEIGHT];
        Arrays.fill(rows, radius);
        return rows;
    }

    /** By the definition: rows of a disc, whose ends count by the part of a pixel they reach into. */
    private static float mean(Backdrop backdrop, int x, int y, float radius) {
        double sum = 0;
        double count = 0;
        double reach = radius + .5;
        for (int row = 0; row < HEIGHT; row++) {
            if (Math.abs(row - y) >= reach) continue;
            double half = Math.sqrt(reach * reach - (row - y) * (row - y));
            for (int column = 0; column < WIDTH; column++) {
                double part = Math.min(1, Math.max(0, half + .5 - Math.abs(column - x)));
                int i = row * WIDTH + column;
                sum += part * backdrop.share()[i] * backdrop.light()[0][i];
                count += part * backdrop.share()[i];
            }
        }
        return (float) (sum / count);
    }
}
