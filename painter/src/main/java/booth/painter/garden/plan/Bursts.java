package booth.painter.garden.plan;

import booth.matting.raster.Curve;
import booth.painter.garden.look.Garden;
import booth.painter.raster.Rgb;

/** Surprise: everything flies apart from one place; at night there are fireworks. */
final class Bursts {
    private Bursts() {}

    static void paint(Garden garden) {
        float width = garden.canvas().width;
        float x = width * garden.between(.3, .7);
        float y = garden.stage().horizon() * garden.between(.75, 1.1);
        rays(garden, x, y);
        float reach = Curve.hypot(width, garden.canvas().height) * .6f;
        for (int i = 0; i < 170; i++) {
            float angle = garden.between(0, 6.2832);
            float out = (float) Math.sqrt(garden.between(.01, 1)) * reach;
            float near = out / reach;
            float size = garden.unit() * (4 + 24 * near * near) * garden.between(.6, 1.2);
            Motifs.petal(
                    garden,
                    x + out * (float) Math.cos(angle),
                    y + out * (float) Math.sin(angle),
                    size,
                    garden.petal(),
                    1.2f + 3 * near * near);
        }
        Motifs.butterflies(garden, 3);
    }

    /** Up in the sky, behind everything, at night. */
    static void fireworks(Garden garden) {
        for (int i = 0; i < 4; i++) {
            float x = garden.canvas().width * (i + garden.between(.2, .8)) / 4;
            float y = garden.stage().horizon() * garden.between(.15, .7);
            firework(garden, x, y, garden.unit() * garden.between(60, 130));
        }
    }

    private static void rays(Garden garden, float x, float y) {
        float phase = garden.between(0, 6);
        Rgb light = garden.look().sky().sun();
        float strength = garden.night() ? .14f : .2f;
        float reach = garden.canvas().width * .75f;
        garden.canvas().wash((px, py, c) -> {
            float dx = px - x;
            float dy = py - y;
            float distance = Curve.hypot(dx, dy);
            float beam = (float) Math.sin(Math.atan2(dy, dx) * 13 + phase);
            float fade = Math.max(0, 1 - distance / reach) * Curve.step(0, .08f, distance / reach);
            light.screen(c, strength * fade * Curve.step(.1f, .7f, beam));
        });
    }

    private static void firework(Garden garden, float x, float y, float radius) {
        Rgb own = garden.petal();
        garden.canvas().glow(x, y, radius * 1.5f, own, .35f);
        for (int i = 0; i < 54; i++) {
            float angle = i * 6.2832f / 27 + garden.between(-.05, .05);
            float out = radius * (i % 2 == 0 ? 1 : .6f) * garden.between(.85, 1.05);
            float endX = x + out * (float) Math.cos(angle);
            float endY = y + out * (float) Math.sin(angle) + radius * .08f;
            garden.brush()
                    .line(
                            x + (endX - x) * .3f,
                            y + (endY - y) * .3f,
                            endX,
                            endY,
                            .6f,
                            garden.unit() * 2,
                            own.mix(Rgb.WHITE, .3f),
                            .8f,
                            1.2f);
            garden.canvas().glow(endX, endY, garden.unit() * 7, own.mix(Rgb.WHITE, .5f), .9f);
        }
    }
}
