package booth.painter.scene;

import booth.painter.stage.Hour;
import booth.painter.stage.Weather;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the words of a prompt ask for: a scene, perhaps an hour and a weather. The scene with the most matching words
 * wins, the earlier row on a tie, so special scenes stand above the plain ones they share words with. Words that
 * match nothing still choose a scene, always the same one for the same prompt.
 */
public record SceneChoice(Scene scene, Optional<Hour> hour, Weather weather) {

    private static final List<Row<Scene>> SCENES = List.of(
            row(new UnicornMeadowScene(), "unicorn unicorns fairy fairytale rainbow magical enchanted"),
            row(new FloatingCityScene(), "floating futuristic future utopia airships cyberpunk"),
            row(new GalaxyScene(), "galaxy galaxies cosmic cosmos space universe nebula nebulae planet planets stars"),
            row(new CityScene(), "city building buildings skyline skyscraper skyscrapers urban town downtown street"),
            row(new SeaScene(), "sea ocean beach shore coast island islands waves tropical lagoon seaside"),
            row(new DesertScene(), "desert dune dunes sand sahara canyon mesa oasis"),
            row(new ForestScene(), "forest wood woods woodland jungle tree trees grove"),
            row(new MountainScene(), "mountain mountains alps alpine peak peaks lake hiking"),
            row(
                    new MeadowScene(),
                    "meadow field fields flower flowers garden grass hill hills spring blossom blossoms"),
            row(new WinterScene(), "winter snow snowy ice icy frozen christmas aurora arctic"),
            row(new SkyScene(), "sky skies cloud clouds heaven heavens air balloon flying"));

    private static final List<Row<Hour>> HOURS = List.of(
            row(Hour.SUNSET, "sunset dusk evening twilight golden"),
            row(Hour.DAWN, "dawn sunrise morning daybreak"),
            row(Hour.NIGHT, "night midnight moon moonlight moonlit starry nocturnal aurora neon"),
            row(Hour.DAY, "day daylight noon midday sunny"));

    private static final List<Row<Weather>> WEATHERS = List.of(
            row(Weather.RAIN, "rain rainy raining storm stormy drizzle"),
            row(Weather.SNOW, "snow snowy snowing snowfall winter wintry christmas"),
            row(Weather.MIST, "mist misty fog foggy haze hazy"));

    public static SceneChoice of(String prompt) {
        Set<String> words =
                Set.copyOf(Arrays.asList(prompt.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
        return new SceneChoice(
                best(SCENES, words).orElseGet(() -> any(prompt)),
                best(HOURS, words),
                best(WEATHERS, words).orElse(Weather.CLEAR));
    }

    private static Scene any(String prompt) {
        return SCENES.get(Math.floorMod(prompt.hashCode(), SCENES.size())).thing();
    }

    private static <T> Optional<T> best(List<Row<T>> rows, Set<String> words) {
        Optional<T> best = Optional.empty();
        long most = 0;
        for (Row<T> row : rows) {
            long hits = row.words().stream().filter(words::contains).count();
            if (hits > most) {
                most = hits;
                best = Optional.of(row.thing());
            }
        }
        return best;
    }

    private static <T> Row<T> row(T thing, String words) {
        return new Row<>(thing, Set.of(words.split(" ")));
    }

    private record Row<T>(T thing, Set<String> words) {}
}
