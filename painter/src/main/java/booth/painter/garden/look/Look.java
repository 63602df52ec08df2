package booth.painter.garden.look;

import booth.painter.garden.wish.Climate;
import booth.painter.garden.wish.GardenWish;
import booth.painter.garden.wish.Mood;
import booth.painter.garden.wish.Season;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Palette;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * All colours of one garden.
 *
 * @param sky of the hour, dulled by the weather, stained by the mood
 * @param key what the light's side of a thing is multiplied with
 * @param ambient what its shaded side is multiplied with
 * @param sharp how much the light casts shadows, 0..1
 * @param sight metres at which haze has taken two thirds of a thing's colour
 * @param snow how much of what lies open is covered, 0..1
 */
public record Look(
        Palette sky,
        Rgb key,
        Rgb ambient,
        float sharp,
        float sight,
        float snow,
        List<Leafage> leaves,
        List<Rgb> petals,
        Grade grade) {

    public Look {
        leaves = List.copyOf(leaves);
        petals = List.copyOf(petals);
    }

    public static Look of(GardenWish wish, Random dice) {
        MoodLook mood = MoodLook.of(wish.mood());
        boolean open = wish.climate() == Climate.SUNNY;
        Palette hours = wish.hour().palette(dice);
        Palette sky = stained(open ? hours : hours.overcast(), mood, wish.hour());
        Rgb key = keyOf(wish.hour());
        Rgb ambient = ambientOf(wish.hour());
        if (!open) {
            float grey = key.luminance();
            key = key.mix(new Rgb(grey, grey, grey * 1.04f), .6f).times(.84f);
            ambient = ambient.times(1.14f);
        }
        Leafage[] leaves = Leafage.of(wish.season());
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = leaves[i].stained(mood.leaf(), mood.leafStain());
        }
        return new Look(
                sky,
                key,
                ambient,
                open ? 1 : .25f,
                sight(wish) * mood.clear(),
                snow(wish),
                Arrays.asList(leaves),
                mood.petals().stream()
                        .map(petal -> seasoned(petal, wish.season(), wish.mood()))
                        .toList(),
                mood.grade());
    }

    /** A thing's own colour under this light: lit 0 in shade, 1 in the light; hazed by its distance in metres. */
    public Rgb tone(Rgb own, float lit, float metres) {
        float haze = metres <= 0 ? 0 : .92f * (1 - (float) Math.exp(-metres / sight));
        float r = own.r() * (ambient.r() + (key.r() - ambient.r()) * lit);
        float g = own.g() * (ambient.g() + (key.g() - ambient.g()) * lit);
        float b = own.b() * (ambient.b() + (key.b() - ambient.b()) * lit);
        Rgb far = sky.haze();
        return new Rgb(r + (far.r() - r) * haze, g + (far.g() - g) * haze, b + (far.b() - b) * haze);
    }

    private static Rgb keyOf(Hour hour) {
        return switch (hour) {
            case DAY -> new Rgb(1.1f, 1.05f, .96f);
            case DAWN -> new Rgb(1.06f, .93f, .86f);
            case SUNSET -> new Rgb(1.16f, .8f, .54f);
            case NIGHT -> new Rgb(.62f, .72f, .94f);
        };
    }

    private static Rgb ambientOf(Hour hour) {
        return switch (hour) {
            case DAY -> new Rgb(.46f, .53f, .6f);
            case DAWN -> new Rgb(.5f, .49f, .62f);
            case SUNSET -> new Rgb(.44f, .36f, .48f);
            case NIGHT -> new Rgb(.19f, .27f, .48f);
        };
    }

    private static float sight(GardenWish wish) {
        float weather = switch (wish.climate()) {
            case SUNNY -> 110;
            case CLOUDY -> 60;
            case RAINY -> 36;
            case SNOWY -> 32;
        };
        return wish.hour() == Hour.DAWN ? weather * .5f : weather;
    }

    private static float snow(GardenWish wish) {
        boolean falling = wish.climate() == Climate.SNOWY;
        if (wish.season() == Season.WINTER) {
            return wish.climate() == Climate.RAINY ? .45f : falling ? 1 : .85f;
        }
        return falling ? .5f : 0;
    }

    private static Rgb seasoned(Rgb petal, Season season, Mood mood) {
        float yielding = mood == Mood.HAPPY || mood == Mood.CALM ? 1 : .5f;
        return switch (season) {
            case SPRING -> petal.mix(Rgb.hex(0xFFC8E0), .16f * yielding);
            case SUMMER -> petal;
            case AUTUMN -> petal.mix(Rgb.hex(0xC2541E), .3f * yielding);
            case WINTER -> petal.mix(Rgb.hex(0xE8EEFA), .3f * yielding);
        };
    }

    /** The hour keeps its light, the mood gives the hue. */
    private static Palette stained(Palette p, MoodLook mood, Hour hour) {
        float t = mood.skyStain();
        List<Rgb> sky = mood.sky();
        Rgb haze = sky.get(2).mix(sky.get(1), .5f);
        return new Palette(
                stain(p.zenith(), sky.get(0), t, hour),
                stain(p.middle(), sky.get(1), t, hour),
                stain(p.horizon(), sky.get(2), t, hour),
                p.sun().mix(sky.get(3), t * .7f),
                stain(p.cloud(), sky.get(2).mix(Rgb.WHITE, .4f), t * .8f, hour),
                stain(p.cloudShade(), sky.get(0).mix(sky.get(1), .5f), t * .8f, hour),
                stain(p.haze(), haze, t, hour),
                p.dark().mix(sky.get(0).times(.3f), t));
    }

    private static Rgb stain(Rgb own, Rgb by, float t, Hour hour) {
        float level = switch (hour) {
            case DAY -> 1;
            case DAWN -> .95f;
            case SUNSET -> .8f;
            case NIGHT -> .4f;
        };
        Rgb warm = hour == Hour.SUNSET ? by.mix(Rgb.hex(0xF08A4A), t > .8f ? .07f : .22f) : by;
        return own.mix(warm.times(level), hour == Hour.SUNSET && t < .8f ? t * .88f : t);
    }
}
