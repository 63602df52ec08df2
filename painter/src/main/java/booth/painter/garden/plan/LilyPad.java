package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Leafage;
import booth.painter.garden.wish.Mood;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;
import java.awt.geom.Arc2D;

/** A lily pad, cut in once, some with a blossom. */
final class LilyPad {
    private LilyPad() {}

    static void paint(Garden garden, float x, float y, float half, float metres) {
        float flat = .34f;
        Leafage leaves = garden.look().leaves().get(0);
        Rgb own = leaves.dark().mix(leaves.bright(), garden.between(.35, .8)).mix(Rgb.hex(0x3E9A7A), .2f);
        Rgb under = garden.tone(leaves.dark().times(.6f), .3f, metres);
        Rgb top = garden.tone(own, .85f, metres);
        garden.brush().dab(x, y + half * .08f, half * 1.04f, half * flat * 1.1f, 0, under, .7f, 1.5f);
        double cut = garden.between(0, 360);
        garden.canvas()
                .shape(
                        new Arc2D.Float(
                                x - half, y - half * flat, half * 2, half * 2 * flat, (float) cut, 332, Arc2D.PIE),
                        (px, py, c) -> {
                            float light = .9f + .2f * (px - x) / half * garden.side() - .12f * (py - y) / (half * flat);
                            top.times(light).over(c, 1);
                        });
        if (half > 5 && garden.chance(garden.winter() ? .06 : .3)) {
            blossom(garden, x, y, half * .62f, metres);
        }
    }

    private static void blossom(Garden garden, float x, float y, float r, float metres) {
        Rgb petal = garden.petal().mix(Rgb.WHITE, garden.mood() == Mood.ANGRY ? 0 : .25f);
        for (int ring = 0; ring < 2; ring++) {
            int petals = 9 - 2 * ring;
            for (int i = 0; i < petals; i++) {
                float spread = (i / (petals - 1f) - .5f) * (2.9f - .8f * ring);
                float lit = .7f + .25f * spread * garden.side();
                garden.brush()
                        .petal(
                                Petal.POINTED,
                                x + spread * r * .1f,
                                y,
                                -1.5708f + spread,
                                r * (1.15f - .22f * Math.abs(spread)),
                                r * .42f,
                                garden.tone(petal.times(.8f), lit, metres),
                                garden.tone(petal.mix(Rgb.WHITE, .3f), lit + .15f, metres),
                                1,
                                1.1f);
            }
        }
        garden.brush()
                .dab(x, y - r * .2f, r * .24f, r * .14f, 0, garden.tone(Rgb.hex(0xFFC93C), .95f, metres), 1, 1.2f);
    }
}
