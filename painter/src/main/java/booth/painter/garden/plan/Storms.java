package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** Anger: lightning over the wood, embers in the wind, thorns along the foot of the picture. */
final class Storms {
    private static final Rgb EMBER = Rgb.hex(0xFF7A2A);
    private static final Rgb FLASH = Rgb.hex(0xFFD8C8);

    private Storms() {}

    static void paint(Garden garden) {
        float width = garden.canvas().width;
        float height = garden.canvas().height;
        float horizon = garden.stage().horizon();
        int bolts = garden.chance(.75) ? 1 + garden.stage().dice().nextInt(2) : 0;
        for (int i = 0; i < bolts; i++) {
            bolt(garden, garden.between(.1, .9) * width, 0, horizon, garden.unit() * 5, 2);
        }
        thorns(garden, width, height);
        for (int i = 0; i < 90; i++) {
            float x = garden.between(0, width);
            float y = garden.between(.1, 1) * height;
            float r = garden.unit() * garden.between(1, 3.4);
            garden.canvas().glow(x, y, r * 5, EMBER, .5f);
            garden.brush().line(x - r * garden.between(1, 4), y + r, x, y, r * .4f, r, Rgb.hex(0xFFC88A), .9f, 1.2f);
        }
    }

    private static void bolt(Garden garden, float x, float y, float bottom, float thick, int forks) {
        garden.canvas().glow(x, (y + bottom) / 2, bottom - y, Rgb.hex(0xFF5A4A), .3f);
        float fromX = x;
        float fromY = y;
        float step = (bottom - y) / 9;
        for (int i = 0; i < 9; i++) {
            float toX = fromX + garden.between(-.8, .8) * step;
            float toY = fromY + step;
            garden.brush().line(fromX, fromY, toX, toY, thick * 3, thick * 3, Rgb.hex(0xFF6A5A), .25f, thick * 3);
            garden.brush().line(fromX, fromY, toX, toY, thick, thick * .9f, FLASH, 1, 1.5f);
            if (forks > 0 && i > 1 && garden.chance(.35)) {
                bolt(garden, toX, toY, Math.min(bottom, toY + step * 3), thick * .45f, forks - 1);
            }
            fromX = toX;
            fromY = toY;
            thick *= .93f;
        }
    }

    private static void thorns(Garden garden, float width, float height) {
        Rgb wood = garden.tone(Rgb.hex(0x1E0A0A), .5f, 0);
        Rgb lit = garden.tone(Rgb.hex(0x8A2A1A), .9f, 0);
        for (int i = 0; i < 5; i++) {
            float x = width * (i + garden.between(-.2, .4)) / 4;
            float span = width * garden.between(.25, .4);
            float rise = height * garden.between(.14, .3);
            float thick = garden.unit() * garden.between(6, 12);
            garden.brush()
                    .curve(
                            x,
                            height + thick,
                            x + span * .5f,
                            height - rise * 2,
                            x + span,
                            height + thick,
                            thick,
                            thick * .7f,
                            wood,
                            2);
            for (float t = .08f; t < .95f; t += .055f) {
                float q = 1 - t;
                float px = q * q * x + 2 * q * t * (x + span * .5f) + t * t * (x + span);
                float py = (q * q + t * t) * (height + thick) + 2 * q * t * (height - rise * 2);
                float angle = -1.5708f + garden.between(-.9, .9) + (garden.chance(.35) ? 3.14f : 0);
                garden.brush().petal(Petal.CUP, px, py, angle, thick * 2.6f, thick * .85f, wood, lit, 1, 1.6f);
            }
        }
    }
}
