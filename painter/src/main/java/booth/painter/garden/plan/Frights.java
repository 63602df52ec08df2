package booth.painter.garden.plan;

import booth.painter.garden.beast.Wings;
import booth.painter.garden.look.Garden;
import booth.painter.motif.Air;
import booth.painter.raster.Rgb;

/** Fear: fog that comes nearer, a pale disc of light, crows, and eyes where nobody stands. */
final class Frights {
    private static final Rgb PALE = Rgb.hex(0xCFE8D0);

    private Frights() {}

    static void paint(Garden garden) {
        float width = garden.canvas().width;
        float height = garden.canvas().height;
        float horizon = garden.stage().horizon();
        float base = horizon;
        for (int i = 0; i < 4; i++) {
            Air.mist(garden.canvas(), garden.stage(), base, height * (.08f + .05f * i), .8f - .08f * i);
            base += (height - horizon) * garden.between(.16, .28);
        }
        Wings.flock(garden, garden.stage().light().sunX(), horizon * .5f, garden.unit() * 15, 7, Rgb.hex(0x060A08));
        for (int i = 0; i < 6; i++) {
            eyes(
                    garden,
                    garden.between(.05, .95) * width,
                    horizon + garden.between(-.02, .4) * (height - horizon),
                    garden.unit() * garden.between(2, 4.5));
        }
    }

    /** The pale disc of day behind the fog; at night the sky has its moon. */
    static void disc(Garden garden) {
        if (garden.night()) {
            return;
        }
        float x = garden.stage().light().sunX();
        float y =
                Math.max(garden.stage().horizon() * .3f, garden.stage().light().sunY());
        float r = garden.unit() * 42;
        garden.canvas().glow(x, y, r * 8, PALE, .45f);
        garden.canvas().glow(x, y, r * 2.6f, PALE, .5f);
        garden.brush().dot(x, y, r, PALE, .9f, r * .12f);
    }

    private static void eyes(Garden garden, float x, float y, float r) {
        Rgb glow = Rgb.hex(0xF2F27A);
        for (float side : new float[] {-1, 1}) {
            float ex = x + side * r * 2;
            garden.canvas().glow(ex, y, r * 4, glow, .5f);
            garden.brush().dab(ex, y, r, r * .62f, side * .3f, glow, 1, 1.2f);
            garden.brush().dab(ex, y, r * .22f, r * .6f, 0, Rgb.hex(0x080808), 1, 1);
        }
    }
}
