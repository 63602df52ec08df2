package booth.painter.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanvasTest {

    @Test
    void aSkylineIsAntialiased() {
        Canvas canvas = new Canvas(1, 4);
        canvas.below(new float[] {1.25f}, (x, y, c) -> Rgb.WHITE.over(c, 1));
        assertThat(canvas.rgb[0]).isZero();
        assertThat(canvas.rgb[3]).isEqualTo(.75f);
        assertThat(canvas.rgb[6]).isEqualTo(1);
    }
}
