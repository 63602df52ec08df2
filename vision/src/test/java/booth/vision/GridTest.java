package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GridTest {
    private final Grid slope = new Grid(new float[] {0, 1, 0, 1}, 2, 2);

    @Test
    void stretchingIsBilinearAndFlatAtTheEdges() {
        assertThat(slope.stretch(4, 1).values()).containsExactly(0, .25f, .75f, 1);
    }

    @Test
    void stretchingAgreesWithReadingBetweenCells() {
        Grid random = new Grid(new float[] {3, 1, 4, 1, 5, 9}, 3, 2);
        Grid stretched = random.stretch(7, 5);
        for (int y = 0; y < 5; y++)
            for (int x = 0; x < 7; x++)
                assertThat((double) stretched.values()[y * 7 + x])
                        .isCloseTo(random.at((x + .5) / 7, (y + .5) / 5), within(1e-5));
    }

    @Test
    void placesOutsideTakeTheEdge() {
        assertThat(slope.at(-1, .5)).isZero();
        assertThat(slope.at(2, .5)).isEqualTo(1);
    }
}
