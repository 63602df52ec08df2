package booth.painter.garden.plan;

import booth.painter.garden.wish.GardenWish;
import booth.painter.garden.wish.Mood;
import booth.painter.garden.wish.Place;
import booth.painter.garden.wish.Season;
import java.util.List;
import java.util.Random;

/** Which layouts suit a mood. */
public final class Places {
    private Places() {}

    /** The wish with a layout: its own, or one of the mood's. */
    public static GardenWish settled(GardenWish wish, Random dice) {
        List<Place> places = suited(wish.mood(), wish.season());
        Place drawn = places.get(dice.nextInt(places.size()));
        return wish.at(wish.place().orElse(drawn));
    }

    private static List<Place> suited(Mood mood, Season season) {
        return switch (mood) {
            case HAPPY ->
                List.of(
                        Place.PATH,
                        Place.MEADOW,
                        Place.ROWS,
                        Place.ARCH,
                        Place.CLOSE,
                        Place.GLASSHOUSE,
                        Place.TERRACE,
                        season == Season.SPRING ? Place.AVENUE : Place.FOUNTAIN);
            case SURPRISED ->
                List.of(
                        Place.FOUNTAIN,
                        Place.CLOSE,
                        Place.GLASSHOUSE,
                        Place.ARCH,
                        Place.MAZE,
                        Place.ROWS,
                        Place.TERRACE,
                        Place.AVENUE);
            case CALM ->
                List.of(
                        Place.POND,
                        Place.BRIDGE,
                        Place.POND,
                        Place.AVENUE,
                        Place.MEADOW,
                        Place.TERRACE,
                        Place.CLOSE,
                        Place.ROWS);
            case ANGRY ->
                List.of(
                        Place.WALL,
                        Place.MEADOW,
                        Place.MAZE,
                        Place.PATH,
                        Place.AVENUE,
                        Place.CLOSE,
                        Place.ROWS,
                        Place.ARCH);
            case FEAR ->
                List.of(
                        Place.AVENUE,
                        Place.MAZE,
                        Place.WALL,
                        Place.BRIDGE,
                        Place.PATH,
                        Place.ARCH,
                        Place.POND,
                        Place.MEADOW);
            case CONFUSED ->
                List.of(
                        Place.MAZE,
                        Place.PATH,
                        Place.MAZE,
                        Place.ARCH,
                        Place.GLASSHOUSE,
                        Place.CLOSE,
                        Place.BRIDGE,
                        Place.ROWS);
            case DISGUSTED ->
                List.of(
                        Place.POND,
                        Place.GLASSHOUSE,
                        Place.BRIDGE,
                        Place.WALL,
                        Place.CLOSE,
                        Place.POND,
                        Place.PATH,
                        Place.MEADOW);
            case SAD ->
                List.of(
                        Place.PATH,
                        Place.POND,
                        Place.BRIDGE,
                        Place.AVENUE,
                        Place.WALL,
                        Place.FOUNTAIN,
                        Place.TERRACE,
                        Place.CLOSE);
        };
    }
}
