package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Rgb;

/** Two basins on a stem, one above the other, and water falling from each. */
public final class Fountain {
    private Fountain() {}

    public static void paint(Garden garden, float x, float y, float metre, float metres) {
        Mason stone = new Mason(garden, Rgb.hex(0xC9C2B4), metres, metre * .09f);
        float wide = 1.5f * metre;
        garden.shadow(x, y, wide * 1.15f, metre);
        Rgb water = garden.look().sky().middle().mix(Rgb.hex(0xBFDCE8), .4f);
        stone.turned(
                x,
                y + metre * .2f,
                0,
                wide * 1.08f,
                metre * .12f,
                wide * 1.08f,
                metre * .16f,
                wide,
                metre * .42f,
                wide * .98f);
        stone.ellipse(x, y - metre * .24f, wide * 1.04f, wide * .24f, .9f);
        basin(garden, x, y - metre * .24f, wide * .93f, water, metres);
        stone.turned(
                x,
                y - metre * .1f,
                0,
                metre * .2f,
                metre * .2f,
                metre * .12f,
                metre * .75f,
                metre * .1f,
                metre * .95f,
                metre * .2f);
        bowl(stone, garden, x, y - metre * 1.05f, metre * .78f, water, metres);
        stone.turned(x, y - metre * 1.08f, 0, metre * .1f, metre * .3f, metre * .06f, metre * .45f, metre * .14f);
        bowl(stone, garden, x, y - metre * 1.58f, metre * .4f, water, metres);
        fall(garden, x, y - metre * 1.58f, metre * .38f, metre * .5f);
        fall(garden, x, y - metre * 1.05f, metre * .74f, metre * .78f);
        jet(garden, x, y - metre * 1.6f, metre * .55f);
        stone.snow(x - wide, x + wide, y - metre * .02f, metre * .07f);
    }

    private static void bowl(Mason stone, Garden garden, float x, float y, float half, Rgb water, float metres) {
        stone.turned(x, y + half * .38f, 0, half * .22f, half * .12f, half * .6f, half * .36f, half);
        stone.ellipse(x, y, half, half * .2f, .95f);
        basin(garden, x, y, half * .9f, water, metres);
    }

    private static void basin(Garden garden, float x, float y, float half, Rgb water, float metres) {
        garden.brush().dab(x, y, half, half * .2f, 0, garden.tone(water.times(.7f), .5f, metres), 1, 1.5f);
        garden.brush()
                .dab(
                        x - half * .15f,
                        y + half * .03f,
                        half * .7f,
                        half * .1f,
                        0,
                        garden.tone(water, 1, metres),
                        .7f,
                        half * .08f);
    }

    /** A veil of threads over the rim of a bowl. */
    private static void fall(Garden garden, float x, float y, float half, float drop) {
        Rgb foam = garden.look().sky().horizon().mix(Rgb.WHITE, .6f).times(garden.night() ? .6f : 1);
        for (int i = 0; i < 46; i++) {
            float t = garden.between(-1, 1);
            float px = x + t * half;
            float py = y + half * .2f * (float) Math.sqrt(1 - t * t) * .9f;
            float length = drop * garden.between(.75, 1);
            garden.brush()
                    .line(
                            px,
                            py,
                            px + t * half * .12f,
                            py + length,
                            1,
                            garden.unit() * 1.6f,
                            foam,
                            garden.between(.12, .4),
                            1);
        }
        garden.brush().dab(x, y + drop, half * 1.1f, half * .16f, 0, foam, .3f, half * .2f);
    }

    private static void jet(Garden garden, float x, float y, float tall) {
        Rgb foam = garden.look().sky().horizon().mix(Rgb.WHITE, .7f).times(garden.night() ? .7f : 1);
        for (int i = 0; i < 70; i++) {
            float t = garden.between(0, 1);
            float way = garden.between(-1, 1);
            float px = x + way * t * tall * .55f;
            float py = y - tall * 4 * t * (1 - t) * garden.between(.7, 1);
            garden.brush().dot(px, py, garden.unit() * garden.between(.7, 1.9), foam, garden.between(.3, .8), 1.2f);
        }
    }
}
