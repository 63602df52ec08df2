package booth.painter;

import static org.assertj.core.api.Assertions.assertThat;

import booth.painter.motif.Air;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.scene.SceneChoice;
import booth.painter.stage.Hour;
import booth.painter.stage.Light;
import booth.painter.stage.Room;
import booth.painter.stage.Stage;
import booth.painter.stage.Weather;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneTest {
    private static final List<String> LANDSCAPES = List.of(
            "sky", "forest", "city", "sea", "desert", "mountain", "flowers", "unicorn", "winter", "floating city");

    @ParameterizedTest
    @EnumSource(Hour.class)
    void noSceneLeavesTheRangeOfColours(Hour hour) {
        for (String prompt : LANDSCAPES) {
            for (Weather weather : Weather.values()) {
                assertInRange(painted(prompt, hour, weather), prompt);
            }
        }
        assertInRange(painted("galaxy", hour, Weather.CLEAR), "galaxy");
    }

    @Test
    void nightIsDarkerThanDay() {
        for (String prompt : LANDSCAPES) {
            double night = mean(painted(prompt, Hour.NIGHT, Weather.CLEAR));
            double day = mean(painted(prompt, Hour.DAY, Weather.CLEAR));
            assertThat(night).as(prompt).isLessThan(.7 * day);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Weather.class, names = "CLEAR", mode = EnumSource.Mode.EXCLUDE)
    void everyWeatherIsSeen(Weather weather) {
        for (String prompt : LANDSCAPES) {
            Canvas clear = painted(prompt, Hour.DAY, Weather.CLEAR);
            Canvas other = painted(prompt, Hour.DAY, weather);
            double difference = 0;
            for (int i = 0; i < clear.rgb.length; i++) {
                difference += Math.abs(clear.rgb[i] - other.rgb[i]) / clear.rgb.length;
            }
            assertThat(difference).as(prompt).isGreaterThan(.002);
        }
    }

    private static Canvas painted(String prompt, Hour hour, Weather weather) {
        Random dice = new Random(7);
        Light light = new Light(hour, weather, hour.palette(dice), 30, 12);
        Room room = new Room(new float[96 * 64], 96, 64);
        Stage stage = new Stage(96, 64, 96 / 1024f, dice, new Noise(3), light, 32, 30, room);
        Canvas canvas = new Canvas(96, 64);
        SceneChoice.of(prompt).scene().paint(canvas, stage);
        Air.weather(canvas, stage);
        return canvas;
    }

    private static double mean(Canvas canvas) {
        double sum = 0;
        for (float v : canvas.rgb) {
            sum += v / canvas.rgb.length;
        }
        return sum;
    }

    private static void assertInRange(Canvas canvas, String prompt) {
        for (float v : canvas.rgb) {
            assertThat(v).as(prompt).isBetween(-.12f, 1.12f);
        }
    }
}
