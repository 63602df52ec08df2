package booth.painter.garden.wish;

import booth.painter.stage.Hour;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The garden that a prompt asks for. What it does not say is left to the dice; what it says and nobody here knows is
 * left out.
 *
 * @param flowers the kinds it names; empty where the mood and the season choose
 * @param place the layout it names, if any; otherwise the mood chooses
 */
public record GardenWish(
        Mood mood,
        Season season,
        Climate climate,
        Hour hour,
        Set<Animal> animals,
        Set<Species> flowers,
        Optional<Place> place) {

    private static final String NIGHT = "night midnight moon moonlight moonlit starry nocturnal";
    private static final String SUNSET = "sunset dusk evening twilight";
    private static final String DAWN = "dawn sunrise morning daybreak";
    private static final String DAY = "day daylight noon midday daytime afternoon";

    public GardenWish {
        animals = Set.copyOf(animals);
        flowers = Set.copyOf(flowers);
    }

    /** The negative text takes out animals; nothing else of a garden can be left out. */
    public static GardenWish of(String prompt, String negative, Random dice) {
        Words words = new Words(prompt);
        Words unwanted = new Words(negative);
        Mood mood = words.best(Mood.values(), Mood::words).orElse(dice.nextBoolean() ? Mood.CALM : Mood.HAPPY);
        Season season = words.best(Season.values(), Season::words)
                .orElse(pick(dice, Season.SPRING, Season.SUMMER, Season.SUMMER, Season.AUTUMN));
        Climate climate = words.best(Climate.values(), Climate::words).orElseGet(() -> usual(mood, dice));
        Hour hour = words.best(Hour.values(), GardenWish::wordsOf)
                .orElse(pick(dice, Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DAWN));
        Set<Animal> animals = EnumSet.noneOf(Animal.class);
        for (Animal animal : Animal.values()) {
            if (words.any(animal.words()) && !unwanted.any(animal.words())) {
                animals.add(animal);
            }
        }
        Set<Species> flowers = EnumSet.noneOf(Species.class);
        for (Species species : Species.values()) {
            if (words.any(species.words()) && !unwanted.any(species.words())) {
                flowers.add(species);
            }
        }
        return new GardenWish(mood, season, climate, hour, animals, flowers, words.best(Place.values(), Place::words));
    }

    /** The same garden without animals, and laid out so that somebody may stand before it. */
    public GardenWish behindAPortrait() {
        return new GardenWish(mood, season, climate, hour, Set.of(), flowers, Optional.of(place.orElse(Place.PATH)));
    }

    /** The same garden with its layout settled. */
    public GardenWish at(Place where) {
        return new GardenWish(mood, season, climate, hour, animals, flowers, Optional.of(where));
    }

    private static String wordsOf(Hour hour) {
        return switch (hour) {
            case DAY -> DAY;
            case DAWN -> DAWN;
            case SUNSET -> SUNSET;
            case NIGHT -> NIGHT;
        };
    }

    private static Climate usual(Mood mood, Random dice) {
        return switch (mood) {
            case SAD -> Climate.RAINY;
            case FEAR, DISGUSTED, ANGRY -> Climate.CLOUDY;
            default -> pick(dice, Climate.SUNNY, Climate.SUNNY, Climate.CLOUDY);
        };
    }

    @SafeVarargs
    private static <T> T pick(Random dice, T... things) {
        return things[dice.nextInt(things.length)];
    }
}
