package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Leafage;
import booth.painter.garden.plant.Flower;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;
import java.awt.geom.Path2D;

/** A garden arch over a path, grown over with leaves and roses. */
public final class Arch {
    private Arch() {}

    /** Stands astride a place; metre is the pixels of one there. */
    public static void paint(Garden garden, float x, float y, float metre, float metres) {
        float half = 1.05f * metre;
        float tall = 1.75f * metre;
        Mason wood = new Mason(garden, Rgb.hex(0xE6E0D2), metres, metre * .05f);
        for (float back : new float[] {.88f, 1}) {
            Path2D.Float hoop = new Path2D.Float();
            hoop.moveTo(x - half * back, y - (1 - back) * metre * .8f);
            hoop.lineTo(x - half * back, y - tall);
            hoop.curveTo(
                    x - half * back,
                    y - tall - half * 1.25f,
                    x + half * back,
                    y - tall - half * 1.25f,
                    x + half * back,
                    y - tall);
            hoop.lineTo(x + half * back, y - (1 - back) * metre * .8f);
            wood.stroke(hoop, metre * .06f * back, back < 1 ? .3f : .75f);
        }
        garden.shadow(x - half, y, metre * .12f, metre * .8f);
        garden.shadow(x + half, y, metre * .12f, metre * .8f);
        climbers(garden, x, y, half, tall, metre, metres);
    }

    private static void climbers(Garden garden, float x, float y, float half, float tall, float metre, float metres) {
        Leafage leaves = garden.look().leaves().get(0);
        Rgb petal = garden.petal();
        boolean bare = garden.winter();
        int count = bare ? 260 : 620;
        for (int i = 0; i < count; i++) {
            float t = garden.between(0, 1);
            float place = t * 3.4f - 1.7f;
            float ax = Math.abs(place) > .75f ? Math.signum(place) : (float) Math.sin(place / .75f * 1.5708f);
            float ay = Math.abs(place) > .75f
                    ? (1.7f - Math.abs(place)) / .95f
                    : 1 + .52f * (float) Math.cos(place / .75f * 1.5708f) * half / tall * 1.8f;
            float thick = metre * .17f * (.5f + .5f * Math.min(1, ay));
            float px = x + ax * half + (float) garden.stage().dice().nextGaussian() * thick;
            float py = y - ay * tall + (float) garden.stage().dice().nextGaussian() * thick;
            float lit = .25f + .45f * i / count + .15f * ax * garden.side() + garden.between(-.1, .15);
            float size = metre * garden.between(.04, .08);
            boolean snowed = garden.chance(garden.look().snow() * .5f);
            Rgb own = snowed ? Rgb.hex(0xF4F8FF) : leaves.dark().mix(leaves.bright(), Math.max(0, Math.min(1, lit)));
            garden.brush()
                    .petal(
                            Petal.POINTED,
                            px,
                            py,
                            garden.between(0, 6.28),
                            size * 1.6f,
                            size,
                            garden.tone(own.times(.7f), lit, metres),
                            garden.tone(own, lit + .2f, metres),
                            .95f,
                            1);
            if (i > count / 2 && garden.chance(bare ? .05 : .24)) {
                new Flower(garden, Species.ROSE, petal).blossom(px, py, metre * garden.between(.045, .085), 1, .9f);
            }
        }
    }
}
