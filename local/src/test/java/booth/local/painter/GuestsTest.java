package booth.local.painter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestsTest {

    @ParameterizedTest
    @CsvSource({"FFFFFF, 202020", "000000, E0E0E0", "00FF00, 4060A0", "FFFFFF, FFFFFF", "2030A0, E8B070"})
    void theEdgeShowsNeitherHaloNorFringe(String oldBackground, String newBackground) {
        int world = Integer.parseInt(newBackground, 16);
        Figure figure = Figure.standing(256, 192, Integer.parseInt(oldBackground, 16));
        Guests guests = Guests.cutOut(figure.photo(), figure.matte());
        int[] painted = Pixels.of(guests.before(flat(256, 192, world)));
        for (int i = 0; i < painted.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int person = Figure.PERSON >> shift & 255;
                int behind = world >> shift & 255;
                assertThat(painted[i] >> shift & 255)
                        .as("pixel %d,%d", i % 256, i / 256)
                        .isBetween(Math.min(person, behind) - 9, Math.max(person, behind) + 9);
            }
        }
    }

    @Test
    void theRefinedMatteFollowsTheOutlineOfThePhotoAndNotTheRoughOne() {
        Figure figure = Figure.standing(512, 384, 0xFFFFFF);
        float[] rough = figure.matte().clone();
        Blur.gaussian(rough, 512, 384, 4);
        float[] fine = Matte.refine(figure.photo(), rough);
        assertThat(error(figure, fine)).isLessThan(error(figure, rough) * .5);
    }

    @Test
    void aGapOfWallColourNearTheOutlineIsOpened() {
        Figure figure = Figure.standing(512, 384, 0x30C040);
        int gap = gapInside(figure);
        Guests guests = Guests.cutOut(figure.photo(), figure.matte());
        int[] painted = Pixels.of(guests.before(flat(512, 384, 0xC02020)));
        assertThat(PainterTest.distance(painted[gap], 0xC02020)).isLessThan(40);
    }

    @Test
    void shadowFallsOnlyBesideTheLowerHalf() {
        Figure figure = Figure.standing(512, 384);
        Guests guests = Guests.cutOut(figure.photo(), figure.matte());
        Canvas world = flat(512, 384, 0xC0C0C0);
        guests.castShadow(world);
        assertThat(world.rgb[0]).isGreaterThan(.74f);
        int beside = (380 * 512 + 256 - 115) * 3;
        assertThat(world.rgb[beside]).isLessThan(.7f);
    }

    /** Paints a small square of wall a few pixels inside the person and returns its middle pixel. */
    private static int gapInside(Figure figure) {
        int x = 256 - (int) (384 * .28f) + 10;
        int y = 300;
        for (int dy = -3; dy <= 3; dy++) {
            for (int dx = -3; dx <= 3; dx++) {
                figure.photo().setRGB(x + dx, y + dy, 0x30C040);
            }
        }
        return y * 512 + x;
    }

    private static double error(Figure figure, float[] matte) {
        double sum = 0;
        for (int i = 0; i < matte.length; i++) {
            sum += Math.abs(matte[i] - Curve.clamp(figure.depth()[i] + .5f));
        }
        return sum;
    }

    private static Canvas flat(int width, int height, int rgb) {
        Canvas canvas = new Canvas(width, height);
        Rgb colour = Rgb.hex(rgb);
        canvas.wash((x, y, c) -> colour.over(c, 1));
        return canvas;
    }
}
