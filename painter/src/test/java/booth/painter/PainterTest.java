package booth.painter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.matting.Figure;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PainterTest {
    private static final List<String> EVERY_SCENE = List.of(
            "sky",
            "forest",
            "city",
            "sea",
            "desert",
            "mountain",
            "flowers",
            "unicorn",
            "galaxy",
            "winter",
            "floating city");

    private final Painter painter = new Painter();

    @Test
    void samePromptSeedAndPhotoGiveTheSamePixels() {
        Figure figure = Figure.standing(192, 128);
        for (String prompt : EVERY_SCENE) {
            assertThat(pixels(figure, prompt, 43)).as(prompt).isEqualTo(pixels(figure, prompt, 43));
        }
    }

    @Test
    void everySceneDiffersClearlyBetweenSeeds() {
        Figure figure = Figure.standing(192, 128);
        for (String prompt : EVERY_SCENE) {
            double difference = meanDifference(pixels(figure, prompt, 43), pixels(figure, prompt, 44));
            assertThat(difference).as(prompt).isGreaterThan(4);
        }
    }

    @Test
    void photoAndMatteAreLeftAsTheyWere() {
        Figure figure = Figure.standing(128, 64);
        int[] photo = Pixels.of(figure.photo()).clone();
        float[] matte = figure.matte().clone();
        painter.paint(figure.photo(), figure.matte(), "sky", 1);
        assertThat(Pixels.of(figure.photo())).isEqualTo(photo);
        assertThat(figure.matte()).isEqualTo(matte);
    }

    @Test
    void thePersonKeepsItsColoursWithinAFewPercent() {
        Figure figure = Figure.standing(256, 192);
        for (String prompt : EVERY_SCENE) {
            int[] painted = pixels(figure, prompt, 43);
            for (int i = 0; i < painted.length; i++) {
                if (figure.inside(i, 12)) {
                    assertThat(Colours.distance(painted[i], Figure.PERSON))
                            .as(prompt)
                            .isLessThanOrEqualTo(10);
                }
            }
        }
    }

    @Test
    void nothingOfTheOldBackgroundIsLeft() {
        Figure green = Figure.standing(256, 192, 0x00FF00);
        Figure blue = Figure.standing(256, 192, 0x0000FF);
        int[] beforeGreen = pixels(green, "sea", 43);
        int[] beforeBlue = pixels(blue, "sea", 43);
        for (int i = 0; i < beforeGreen.length; i++) {
            if (green.outside(i, 12)) {
                assertThat(beforeGreen[i]).isEqualTo(beforeBlue[i]);
            }
        }
    }

    @Test
    void withNobodyInThePhotoTheSceneFillsThePicture() {
        BufferedImage photo = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        BufferedImage painted = painter.paint(photo, new float[128 * 128], "forest", 43);
        assertThat(distinct(Pixels.of(painted))).isGreaterThan(1000);
    }

    @Test
    void withAPersonEverywhereThePhotoStays() {
        BufferedImage photo = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        Arrays.fill(Pixels.of(photo), Figure.PERSON);
        float[] everywhere = new float[128 * 128];
        Arrays.fill(everywhere, 1);
        for (int pixel : Pixels.of(painter.paint(photo, everywhere, "forest", 43))) {
            assertThat(Colours.distance(pixel, Figure.PERSON)).isLessThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 1024", "1024, 64", "64, 64"})
    void extremeFramesArePainted(int width, int height) {
        Figure figure = Figure.standing(width, height);
        for (String prompt : EVERY_SCENE) {
            BufferedImage painted = painter.paint(figure.photo(), figure.matte(), prompt, 43);
            assertThat(List.of(painted.getWidth(), painted.getHeight(), painted.getType()))
                    .containsExactly(width, height, BufferedImage.TYPE_INT_RGB);
        }
    }

    @Test
    void aMatteOfAnotherSizeIsRefused() {
        BufferedImage photo = new BufferedImage(128, 64, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> painter.paint(photo, new float[7], "sky", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 values");
    }

    private int[] pixels(Figure figure, String prompt, long seed) {
        return Pixels.of(painter.paint(figure.photo(), figure.matte(), prompt, seed));
    }

    private static long distinct(int[] pixels) {
        return Arrays.stream(pixels).distinct().count();
    }

    private static double meanDifference(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Colours.distance(one[i], other[i]);
        }
        return sum / one.length;
    }
}
