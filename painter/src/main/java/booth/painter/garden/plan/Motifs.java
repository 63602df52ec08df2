package booth.painter.garden.plan;

import booth.painter.garden.beast.Wings;
import booth.painter.garden.look.Garden;
import booth.painter.garden.wish.Animal;
import booth.painter.motif.Stars;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** What tells a mood even to someone who sees no colours. */
final class Motifs {
    private Motifs() {}

    static void paint(Garden garden) {
        switch (garden.mood()) {
            case HAPPY -> happy(garden);
            case SURPRISED -> Bursts.paint(garden);
            case CALM -> calm(garden);
            case ANGRY -> Storms.paint(garden);
            case FEAR -> Frights.paint(garden);
            case CONFUSED -> Doubles.paint(garden);
            case DISGUSTED -> Swamps.paint(garden);
            case SAD -> sad(garden);
        }
        if (garden.has(Animal.BIRD)) {
            birds(garden, 5);
        }
        if (garden.has(Animal.BUTTERFLY)) {
            butterflies(garden, 7);
        }
    }

    private static void happy(Garden garden) {
        butterflies(garden, 6);
        if (garden.night()) {
            fireflies(garden, Rgb.hex(0xFFE98A), 60);
        } else {
            birds(garden, 2);
            for (int i = 0; i < 16; i++) {
                garden.canvas()
                        .bokeh(
                                garden.between(0, garden.canvas().width),
                                garden.between(.3, 1) * garden.canvas().height,
                                garden.unit() * garden.between(8, 26),
                                Rgb.hex(0xFFE9A8),
                                garden.between(.06, .18));
            }
        }
    }

    private static void calm(Garden garden) {
        if (garden.night()) {
            fireflies(garden, Rgb.hex(0xDCE8FF), 24);
        } else {
            Rgb far = garden.look().sky().cloudShade().times(.8f);
            Wings.flock(
                    garden,
                    garden.canvas().width * garden.between(.2, .8),
                    garden.stage().horizon() * garden.between(.2, .5),
                    garden.unit() * 9,
                    5,
                    far);
        }
    }

    /** Petals that have let go, and drops that run down as if on a window. */
    private static void sad(Garden garden) {
        float width = garden.canvas().width;
        float height = garden.canvas().height;
        for (int i = 0; i < 34; i++) {
            petal(
                    garden,
                    garden.between(0, width),
                    garden.between(.25, 1) * height,
                    garden.unit() * garden.between(6, 13),
                    garden.petal(),
                    1.3f);
        }
        Rgb drop = garden.look().sky().horizon().mix(Rgb.WHITE, .5f).times(garden.night() ? .7f : 1);
        for (int i = 0; i < 26; i++) {
            float x = garden.between(0, width);
            float y = garden.between(0, .9) * height;
            float length = garden.unit() * garden.between(30, 130);
            float r = garden.unit() * garden.between(2.2, 4.6);
            garden.brush().line(x, y - length, x, y, r * .3f, r * 1.2f, drop, .16f, 1.5f);
            garden.brush().dab(x, y, r, r * 1.3f, 0, drop, .45f, r * .9f);
            garden.brush().dot(x - r * .3f, y - r * .4f, r * .3f, Rgb.WHITE, garden.night() ? .4f : .8f, 1.2f);
        }
    }

    static void petal(Garden garden, float x, float y, float size, Rgb own, float soft) {
        garden.brush()
                .petal(
                        Petal.ROUND,
                        x,
                        y,
                        garden.between(0, 6.28),
                        size,
                        size * garden.between(.35, .8),
                        garden.tone(own.times(.75f), .8f, 0),
                        garden.tone(own, 1, 0),
                        .95f,
                        soft);
    }

    static void fireflies(Garden garden, Rgb light, int count) {
        for (int i = 0; i < count; i++) {
            float x = garden.between(0, garden.canvas().width);
            float y = garden.stage().horizon()
                    + garden.between(-.1, .95)
                            * (garden.canvas().height - garden.stage().horizon());
            float r = garden.unit() * garden.between(5, 13);
            garden.canvas().glow(x, y, r * 2.4f, light, .35f);
            garden.canvas().glow(x, y, r * .5f, light.mix(Rgb.WHITE, .6f), 1);
            if (garden.chance(.06)) {
                Stars.spike(garden.canvas(), x, y, r * 2.6f, light, .6f);
            }
        }
    }

    static void butterflies(Garden garden, int count) {
        for (int i = 0; i < count; i++) {
            float near = garden.between(0, 1);
            float y = garden.stage().horizon() * 1.05f
                    + near * .5f * (garden.canvas().height - garden.stage().horizon());
            Wings.butterfly(
                    garden,
                    garden.between(.04, .96) * garden.canvas().width,
                    y,
                    garden.unit() * (9 + 24 * near * near),
                    garden.petal());
        }
    }

    static void birds(Garden garden, int count) {
        float way = garden.chance(.5) ? 1 : -1;
        for (int i = 0; i < count; i++) {
            Rgb own = garden.oneOf(
                    java.util.List.of(Rgb.hex(0x3E78C8), Rgb.hex(0x5A4A44), Rgb.hex(0xC8583A), Rgb.hex(0x3E5A7A)));
            Wings.bird(
                    garden,
                    garden.between(.08, .92) * garden.canvas().width,
                    garden.between(.18, .95) * garden.stage().horizon(),
                    garden.unit() * garden.between(16, 34),
                    own,
                    garden.chance(.8) ? way : -way,
                    4);
        }
    }
}
