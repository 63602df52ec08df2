package booth.painter.garden.beast;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Brush;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** What flies: butterflies, small birds near, flocks far away. */
public final class Wings {
    private static final Rgb BODY = Rgb.hex(0x2A2020);

    private Wings() {}

    /** A butterfly, half its span in pixels. */
    public static void butterfly(Garden garden, float x, float y, float half, Rgb own) {
        Brush brush = garden.brush();
        float turn = garden.between(-.6, .6);
        float fold = garden.between(.45, 1);
        Rgb edge = own.times(.45f);
        for (float side : new float[] {-1, 1}) {
            float upper = -1.5708f + turn + side * (.25f + .62f * fold);
            float lower = -1.5708f + turn + side * (1.25f + .6f * fold);
            for (int layer = 0; layer < 2; layer++) {
                float size = layer == 0 ? 1 : .78f;
                Rgb foot = garden.tone(layer == 0 ? edge : own.mix(Rgb.WHITE, .15f), .9f, 0);
                Rgb tip = garden.tone(layer == 0 ? edge : own, 1, 0);
                brush.petal(
                        Petal.ROUND, x, y, upper, half * 1.15f * size, half * .9f * fold * size, foot, tip, .97f, 1.1f);
                brush.petal(
                        Petal.ROUND, x, y, lower, half * .8f * size, half * .72f * fold * size, foot, tip, .97f, 1.1f);
            }
            brush.dot(
                    x + half * .82f * (float) Math.cos(upper),
                    y + half * .82f * (float) Math.sin(upper),
                    half * .09f,
                    garden.tone(Rgb.WHITE, .95f, 0),
                    .85f,
                    1);
        }
        float bx = half * .34f * (float) Math.cos(-1.5708f + turn);
        float by = half * .34f * (float) Math.sin(-1.5708f + turn);
        brush.line(x - bx, y - by, x + bx, y + by, half * .09f, half * .12f, garden.tone(BODY, .6f, 0), 1, 1);
    }

    /** A small bird on the wing, half its span in pixels, flying to the side of the sign. */
    public static void bird(Garden garden, float x, float y, float half, Rgb own, float way, float metres) {
        Brush brush = garden.brush();
        float beat = garden.between(-.9, .35);
        Rgb back = garden.tone(own, .6f, metres);
        Rgb belly = garden.tone(own.mix(Rgb.WHITE, .6f), .95f, metres);
        brush.petal(
                Petal.POINTED,
                x,
                y,
                1.5708f - way * (1.9f + beat * .4f),
                half * 1.05f,
                half * .32f,
                back.times(.8f),
                back,
                1,
                1);
        brush.petal(
                Petal.POINTED,
                x - way * half * .3f,
                y,
                way > 0 ? 3.3f : -.16f,
                half * .75f,
                half * .2f,
                back,
                back,
                1,
                1);
        brush.dab(x, y, half * .46f, half * .2f, way * -.12f, back, 1, 1);
        brush.dab(x + way * half * .05f, y + half * .07f, half * .36f, half * .12f, way * -.12f, belly, 1, 1);
        brush.dot(x + way * half * .46f, y - half * .1f, half * .17f, back, 1, 1);
        brush.petal(
                Petal.POINTED,
                x + way * half * .55f,
                y - half * .08f,
                way > 0 ? .1f : 3.04f,
                half * .22f,
                half * .1f,
                garden.tone(Rgb.hex(0xE8A030), .9f, metres),
                garden.tone(Rgb.hex(0xE8A030), .9f, metres),
                1,
                1);
        brush.petal(
                Petal.POINTED,
                x + way * half * .08f,
                y,
                -1.5708f + way * (.5f + beat),
                half * 1.1f,
                half * .36f,
                back,
                back.mix(Rgb.WHITE, .15f),
                1,
                1);
    }

    /** A flock far off: two strokes a bird. */
    public static void flock(Garden garden, float x, float y, float half, int count, Rgb own) {
        for (int i = 0; i < count; i++) {
            float px = x + (float) garden.stage().dice().nextGaussian() * half * 9;
            float py = y + (float) garden.stage().dice().nextGaussian() * half * 4;
            float size = half * garden.between(.6, 1.2);
            float lift = size * garden.between(.25, .7);
            float thick = Math.max(1, size * .16f);
            garden.brush()
                    .curve(px - size, py - lift * .4f, px - size * .5f, py - lift, px, py, thick * .5f, thick, own, 1);
            garden.brush()
                    .curve(px + size, py - lift * .4f, px + size * .5f, py - lift, px, py, thick * .5f, thick, own, 1);
        }
    }
}
