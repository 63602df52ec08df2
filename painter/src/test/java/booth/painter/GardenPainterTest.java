package booth.painter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GardenPainterTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 256;
    private final GardenPainter painter = new GardenPainter();

    @Test
    void theSameWordsAndSeedGiveTheSamePixelsOnAnyThread() {
        for (String mood : Wall.MOODS) {
            String prompt = "garden with dog and cat, " + mood + ", birds";
            int[] here = Pixels.of(painter.paint(prompt, WIDTH, HEIGHT, 7));
            int[] elsewhere = CompletableFuture.supplyAsync(() -> painter.paint(prompt, WIDTH, HEIGHT, 7))
                    .thenApply(Pixels::of)
                    .join();
            assertThat(elsewhere).as(mood).isEqualTo(here);
        }
    }

    @Test
    void anotherSeedIsAnotherPicture() {
        for (String mood : Wall.MOODS) {
            assertThat(Looks.distance(painted(mood, 1), painted(mood, 2)))
                    .as(mood)
                    .isGreaterThan(6);
        }
    }

    @ParameterizedTest
    @CsvSource({"800, 1280", "1280, 800", "768, 512", "512, 512", "1024, 600", "256, 1536", "1536, 256", "257, 301"})
    void everyFormatIsFilledToItsCorners(int width, int height) {
        BufferedImage picture = painter.paint("happy garden with dog", width, height, 3);
        assertThat(List.of(picture.getWidth(), picture.getHeight(), picture.getType()))
                .containsExactly(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x : new int[] {0, width - 1}) {
            for (int y : new int[] {0, height - 1}) {
                assertThat(picture.getRGB(x, y) & 0xFFFFFF).isNotZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"255, 800", "800, 1537", "0, 0", "-5, 512"})
    void otherSizesAreRefused(int width, int height) {
        assertThatThrownBy(() -> painter.paint("garden", width, height, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 to 1536");
    }

    /** Over seeds, and so over layouts, seasons and hours. */
    @Test
    void everyMoodHasAPaletteOfItsOwn() {
        List<double[]> palettes = Wall.MOODS.stream()
                .map(mood -> Looks.palette(List.of(painted(mood, 1), painted(mood, 2), painted(mood, 3))))
                .toList();
        Looks.assertApart(palettes, Wall.MOODS, 25);
    }

    @Test
    void everySeasonHasAPaletteOfItsOwn() {
        assertApart(Wall.SEASONS, "calm garden with path, sunny, day, ");
    }

    @Test
    void everyWeatherHasAPaletteOfItsOwn() {
        assertApart(Wall.WEATHERS, "happy garden with path, summer, day, ");
    }

    @Test
    void everyHourHasAPaletteOfItsOwn() {
        assertApart(Wall.HOURS, "happy garden with path, summer, sunny, ");
    }

    @Test
    void nightIsDarkerThanDayInEveryMood() {
        for (String mood : Wall.MOODS) {
            double day = Looks.brightness(painted("path, sunny, summer, day, " + mood, 5));
            double night = Looks.brightness(painted("path, sunny, summer, night, " + mood, 5));
            assertThat(night).as(mood).isLessThan(.85 * day);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dog", "cat", "birds", "butterflies"})
    void anAnimalIsThereWhenAskedForAndGoneWhenUnwanted(String animal) {
        String prompt = "calm garden with path, summer, sunny, day, with " + animal;
        BufferedImage with = painter.paint(prompt, "", WIDTH, HEIGHT, 4);
        BufferedImage without = painter.paint(prompt, animal, WIDTH, HEIGHT, 4);
        assertThat(Looks.distance(with, without)).isGreaterThan(.3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "\u0000\u0007\u001b[31m\n\r\t",
                "🌷🐕🌙👩‍🌾",
                "-1 999999999999999999999 %s ${x} ../../etc",
                "한국어 정원 행복"
            })
    void anyWordsArePainted(String prompt) {
        assertThat(Looks.distinct(painted(prompt, 1))).isGreaterThan(1000);
    }

    @Test
    void aPromptOf64KilobytesIsPaintedAsFastAsAShortOne() {
        for (String part : List.of("flower ", "no ", "�", ",,,,,,,,", "a1")) {
            String prompt = part.repeat(65_536 / part.length());
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> painter.paint(prompt, prompt, WIDTH, HEIGHT, 1));
        }
    }

    @Test
    void aGardenOfOneSizeIsComposedAnewForAnother() {
        BufferedImage wide = painter.paint("calm pond", 768, 512, 9);
        BufferedImage tall = painter.paint("calm pond", 512, 768, 9);
        assertThat(Looks.brightness(wide)).isCloseTo(Looks.brightness(tall), within(40.0));
        assertThat(tall.getHeight()).isEqualTo(768);
    }

    private void assertApart(List<String> words, String prompt) {
        List<double[]> palettes = words.stream()
                .map(word -> Looks.palette(List.of(painted(prompt + word, 1), painted(prompt + word, 2))))
                .toList();
        Looks.assertApart(palettes, words, 15);
    }

    private BufferedImage painted(String prompt, long seed) {
        return painter.paint(prompt, WIDTH, HEIGHT, seed);
    }
}
