package booth.matting;

import static org.assertj.core.api.Assertions.assertThat;

import booth.matting.raster.Blur;
import booth.matting.raster.Curve;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MatteTest {
    @Test
    void theRefinedMatteFollowsTheOutlineOfThePhotoAndNotTheRoughOne() {
        Figure figure = Figure.standing(512, 384, 0xFFFFFF);
        float[] rough = figure.matte().clone();
        Blur.gaussian(rough, 512, 384, 4);
        float[] fine = Matte.refine(figure.photo(), rough);
        assertThat(error(figure, fine)).isLessThan(error(figure, rough) * .5);
    }

    @Test
    void aSpeckOfMatteInTheAirIsNoPerson() {
        Figure figure = Figure.standing(512, 384);
        for (int y = 30; y < 45; y++) {
            Arrays.fill(figure.matte(), y * 512 + 30, y * 512 + 45, 1);
        }
        assertThat(Matte.refine(figure.photo(), figure.matte())[37 * 512 + 37]).isZero();
    }

    @Test
    void aLonePersonIsKeptHoweverSmall() {
        float[] matte = new float[512 * 384];
        Arrays.fill(matte, 37 * 512 + 30, 37 * 512 + 45, 1);
        Specks.remove(matte, 512, 384);
        assertThat(matte[37 * 512 + 37]).isOne();
    }

    private static double error(Figure figure, float[] matte) {
        double sum = 0;
        for (int i = 0; i < matte.length; i++) {
            sum += Math.abs(matte[i] - Curve.clamp(figure.depth()[i] + .5f));
        }
        return sum;
    }
}
