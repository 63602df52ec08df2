package booth.painter.scene;

import static org.assertj.core.api.Assertions.assertThat;

import booth.painter.stage.Hour;
import booth.painter.stage.Weather;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneChoiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a human with a sky background | SkyScene",
                "a human with a building background | CityScene",
                "a human with a forest background | ForestScene",
                "a person with styled hair in a tidy traditional uniform in a unicorn meadow | UnicornMeadowScene",
                "a person in a tidy uniform in a floating future city in the sky at sunset | FloatingCityScene",
                "a person with styled hair among cosmic galaxies | GalaxyScene",
                "on a tropical BEACH! | SeaScene",
                "Sahara dunes | DesertScene",
                "hiking in the Alps | MountainScene",
                "a field of flowers | MeadowScene",
                "a meadow under the moon | MeadowScene",
                "a city in the rain | CityScene",
                "christmas | WinterScene"
            })
    void theWordsOfThePromptChooseTheScene(String prompt, String scene) {
        assertThat(SceneChoice.of(prompt).scene().getClass().getSimpleName()).isEqualTo(scene);
    }

    @ParameterizedTest
    @CsvSource({
        "a city at dusk, SUNSET",
        "sunrise over the sea, DAWN",
        "the sky at midnight, NIGHT",
        "a sunny field, DAY"
    })
    void theWordsOfThePromptChooseTheHour(String prompt, Hour hour) {
        assertThat(SceneChoice.of(prompt).hour()).contains(hour);
    }

    @ParameterizedTest
    @CsvSource({"a rainy street, RAIN", "a snowy forest, SNOW", "a foggy lake, MIST", "a lake, CLEAR"})
    void theWordsOfThePromptChooseTheWeather(String prompt, Weather weather) {
        assertThat(SceneChoice.of(prompt).weather()).isEqualTo(weather);
    }

    @Test
    void anUnknownPromptAlwaysGetsTheSameScene() {
        assertThat(SceneChoice.of("qwertz").scene())
                .isSameAs(SceneChoice.of("qwertz").scene());
        assertThat(SceneChoice.of("").hour()).isEmpty();
    }

    @Test
    void unknownPromptsAreSpreadOverTheScenes() {
        long scenes = IntStream.range(0, 200)
                .mapToObj(i -> SceneChoice.of("q" + i).scene())
                .distinct()
                .count();
        assertThat(scenes).isGreaterThan(6);
    }
}
