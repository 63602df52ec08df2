package booth.local.ai;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.image.Box;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 100;
    private static final Box LEFT = new Box(30, 20, 60, 50);
    private static final Box RIGHT = new Box(140, 20, 170, 50);

    private final People two = new People(everywhere(), List.of(LEFT, RIGHT));

    @Test
    void whoIsNotKeptIsNobodyAnyMore() {
        float[] matte = two.keptBy(mask(LEFT));

        assertThat(at(matte, 45, 35)).isEqualTo(1);
        assertThat(at(matte, 45, 99)).as("the body under the head").isEqualTo(1);
        assertThat(at(matte, 155, 35)).isZero();
        assertThat(at(matte, 155, 99)).isZero();
    }

    @Test
    void twoArePartedInTheMiddleBetweenThem() {
        float[] matte = two.keptBy(mask(RIGHT));

        assertThat(at(matte, 98, 80)).isZero();
        assertThat(at(matte, 102, 80)).isEqualTo(1);
    }

    @Test
    void whereAllAreKeptSoIsEverythingOfThem() {
        Mask all = mask(LEFT);
        all.or(mask(RIGHT));

        assertThat(two.keptBy(all)).containsExactly(everywhere());
        assertThat(two.keptBy(new Mask(WIDTH, HEIGHT))).containsExactly(everywhere());
        assertThat(new People(everywhere(), List.of()).keptBy(mask(LEFT))).containsExactly(everywhere());
    }

    private static float at(float[] matte, int x, int y) {
        return matte[y * WIDTH + x];
    }

    private static float[] everywhere() {
        float[] alpha = new float[WIDTH * HEIGHT];
        Arrays.fill(alpha, 1);
        return alpha;
    }

    private static Mask mask(Box face) {
        Mask mask = new Mask(WIDTH, HEIGHT);
        mask.keep(new PixelRect((int) face.x1() + 5, (int) face.y1(), (int) face.x2() - 5, (int) face.y2()));
        return mask;
    }
}
