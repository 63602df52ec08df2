package booth.painter.people;

import static org.assertj.core.api.Assertions.assertThat;

import booth.matting.Cutout;
import booth.matting.Figure;
import booth.matting.raster.Pixels;
import booth.painter.Colours;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestsTest {

    @ParameterizedTest
    @CsvSource({"FFFFFF, 202020", "000000, E0E0E0", "00FF00, 4060A0", "FFFFFF, FFFFFF", "2030A0, E8B070"})
    void theEdgeShowsNeitherHaloNorFringe(String oldBackground, String newBackground) {
        int world = Integer.parseInt(newBackground, 16);
        Figure figure = Figure.standing(1024, 640, Integer.parseInt(oldBackground, 16));
        Guests guests = new Guests(Cutout.of(figure.photo(), figure.matte()));
        int[] painted = Pixels.of(guests.before(flat(1024, 640, world)));
        for (int i = 0; i < painted.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int person = Figure.PERSON >> shift & 255;
                int behind = world >> shift & 255;
                assertThat(painted[i] >> shift & 255)
                        .as("pixel %d,%d", i % 1024, i / 1024)
                        .isBetween(Math.min(person, behind) - 9, Math.max(person, behind) + 9);
            }
        }
    }

    @Test
    void aGapOfWallColourAtTheOutlineIsOpened() {
        Figure figure = Figure.standing(512, 384, 0x30C040);
        int outline = 256 - (int) (384 * .28f);
        fill(figure, outline - 3, 297, 14, 7, 0x30C040);
        int[] painted = beforeRed(figure);
        assertThat(Colours.distance(painted[300 * 512 + outline + 6], 0xC02020)).isLessThan(40);
    }

    @Test
    void aSpotOfWallColourInsideThePersonStays() {
        Figure figure = Figure.standing(512, 384, 0x30C040);
        int outline = 256 - (int) (384 * .28f);
        fill(figure, outline + 9, 297, 7, 7, 0x30C040);
        int[] painted = beforeRed(figure);
        assertThat(Colours.distance(painted[300 * 512 + outline + 12], 0x30C040))
                .isLessThan(25);
    }

    @Test
    void shadowFallsOnlyBesideTheLowerHalf() {
        Figure figure = Figure.standing(512, 384);
        Guests guests = new Guests(Cutout.of(figure.photo(), figure.matte()));
        Canvas world = flat(512, 384, 0xC0C0C0);
        guests.castShadow(world);
        assertThat(world.rgb[0]).isGreaterThan(.74f);
        int beside = (380 * 512 + 256 - 115) * 3;
        assertThat(world.rgb[beside]).isLessThan(.7f);
    }

    private static int[] beforeRed(Figure figure) {
        return Pixels.of(new Guests(Cutout.of(figure.photo(), figure.matte())).before(flat(512, 384, 0xC02020)));
    }

    private static void fill(Figure figure, int left, int top, int wide, int tall, int rgb) {
        for (int y = top; y < top + tall; y++) {
            for (int x = left; x < left + wide; x++) {
                figure.photo().setRGB(x, y, rgb);
            }
        }
    }

    private static Canvas flat(int width, int height, int rgb) {
        Canvas canvas = new Canvas(width, height);
        Rgb colour = Rgb.hex(rgb);
        canvas.wash((x, y, c) -> colour.over(c, 1));
        return canvas;
    }
}
