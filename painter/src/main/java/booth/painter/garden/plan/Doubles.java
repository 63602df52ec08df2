package booth.painter.garden.plan;

import booth.matting.raster.Curve;
import booth.painter.garden.look.Garden;
import booth.painter.raster.Rgb;

/** Confusion: the picture is turned about a place or two, seen double in two colours, and signs lead nowhere. */
final class Doubles {
    private Doubles() {}

    static void paint(Garden garden) {
        spirals(garden);
        twist(garden, garden.between(.2, .8), garden.between(.35, .75));
        split(garden);
    }

    /** Turns a round part of the picture, most in its middle. */
    private static void twist(Garden garden, float atX, float atY) {
        int width = garden.canvas().width;
        int height = garden.canvas().height;
        float cx = atX * width;
        float cy = atY * height;
        float radius = Math.min(width, height) * garden.between(.34, .46);
        float turn = garden.between(1, 1.7) * (garden.chance(.5) ? 1 : -1);
        float[] before = garden.canvas().rgb.clone();
        garden.canvas()
                .region(
                        (int) (cx - radius),
                        (int) (cy - radius),
                        (int) (cx + radius),
                        (int) (cy + radius),
                        (x, y, c) -> {
                            float dx = x - cx;
                            float dy = y - cy;
                            float near = 1 - Curve.hypot(dx, dy) / radius;
                            if (near <= 0) {
                                return;
                            }
                            double angle = turn * near * near * (3 - 2 * near);
                            float cos = (float) Math.cos(angle);
                            float sin = (float) Math.sin(angle);
                            sample(before, width, height, cx + dx * cos - dy * sin, cy + dx * sin + dy * cos, c);
                        });
    }

    /** Red to one side, blue to the other, as when one does not know where to look. */
    private static void split(Garden garden) {
        int width = garden.canvas().width;
        int shift = Math.max(2, Math.round(garden.unit() * garden.between(4, 6)));
        float[] before = garden.canvas().rgb.clone();
        garden.canvas().wash((x, y, c) -> {
            int row = y * width;
            float left = before[(row + Math.max(0, x - shift)) * 3];
            float right = before[(row + Math.min(width - 1, x + shift)) * 3 + 2];
            c[0] += (left - c[0]) * .5f;
            c[2] += (right - c[2]) * .5f;
        });
    }

    private static void spirals(Garden garden) {
        for (int i = 0; i < 7; i++) {
            float x = garden.between(0, 1) * garden.canvas().width;
            float y = garden.stage().horizon()
                    + garden.between(-.2, .8)
                            * (garden.canvas().height - garden.stage().horizon());
            float size = garden.unit() * garden.between(18, 46);
            Rgb own = garden.petal();
            float phase = garden.between(0, 6);
            float way = garden.chance(.5) ? 1 : -1;
            float fromX = x;
            float fromY = y;
            for (int k = 1; k <= 46; k++) {
                float t = k / 46f;
                float angle = phase + way * t * 15;
                float toX = x + size * t * (float) Math.cos(angle);
                float toY = y + size * t * (float) Math.sin(angle);
                garden.brush()
                        .line(
                                fromX,
                                fromY,
                                toX,
                                toY,
                                garden.unit() * (1 + 3 * t),
                                garden.unit() * (1 + 3 * t),
                                garden.tone(own, 1, 0),
                                .85f,
                                1.2f);
                fromX = toX;
                fromY = toY;
            }
        }
    }

    private static void sample(float[] rgb, int width, int height, float x, float y, float[] c) {
        int px = Math.max(0, Math.min(width - 2, (int) x));
        int py = Math.max(0, Math.min(height - 2, (int) y));
        float fx = Curve.clamp(x - px);
        float fy = Curve.clamp(y - py);
        int o = (py * width + px) * 3;
        int below = o + width * 3;
        for (int k = 0; k < 3; k++) {
            float top = rgb[o + k] + (rgb[o + 3 + k] - rgb[o + k]) * fx;
            float bottom = rgb[below + k] + (rgb[below + 3 + k] - rgb[below + k]) * fx;
            c[k] = top + (bottom - top) * fy;
        }
    }
}
