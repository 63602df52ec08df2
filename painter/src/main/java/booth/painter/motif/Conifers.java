package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Pigment;
import booth.painter.raster.Rgb;
import booth.painter.stage.Palette;
import booth.painter.stage.Stage;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** Rows of firs standing on a skyline. */
public final class Conifers {
    private static final Rgb NEEDLES = Rgb.hex(0x24463C);
    private static final Rgb SNOW = Rgb.hex(0xE9F0FA);

    private Conifers() {}

    /** A dense row, and the ground under it; tall is the height of a grown tree in pixels. */
    public static void row(Canvas canvas, Stage stage, float[] ground, float tall, float distance) {
        row(canvas, stage, ground, tall, distance, 0);
    }

    /** Snow 0..1 covers the boughs. */
    public static void row(Canvas canvas, Stage stage, float[] ground, float tall, float distance, float snow) {
        Palette p = stage.palette();
        Rgb needles = stage.light().on(NEEDLES.mix(p.dark(), .45f), distance);
        Rgb high = stage.light().on(NEEDLES.mix(Rgb.hex(0x4E7A56), .5f), distance);
        Rgb white = stage.light().on(SNOW, distance);
        Rgb haze = p.haze().mix(needles, .25f);
        Noise noise = stage.noise();
        float grain = 1 / (tall * .045f + stage.unit());
        Pigment pigment = (x, y, c) -> {
            float t = (ground[x] - y) / tall;
            float fleck = noise.at(x * grain, y * grain * 1.6f);
            needles.mix(high, Curve.clamp(t * .7f + fleck * .35f)).over(c, 1);
            if (snow > 0) {
                white.over(
                        c, snow * Curve.step(-.05f, .35f, fleck + .25f * noise.at(x * grain * .3f, y * grain * .3f)));
            }
            haze.over(c, Curve.step(.35f, -.15f, t) * (.06f + 1.1f * distance));
        };
        canvas.shapes(
                g -> {
                    float x = -tall * .2f;
                    while (x < stage.width() + tall * .2f) {
                        int column = Math.max(0, Math.min(stage.width() - 1, (int) x));
                        float size = tall * stage.between(.45, 1.05);
                        tree(g, x, ground[column] + tall * .06f, size, stage.dice());
                        x += tall * stage.between(.08, .34);
                    }
                },
                pigment);
        canvas.below(ground, tall * .65f, pigment);
    }

    private static void tree(Graphics2D g, float x, float base, float tall, Random dice) {
        Path2D.Float path = new Path2D.Float();
        float half = tall * (.15f + .07f * dice.nextFloat());
        int tiers = 10 + dice.nextInt(5);
        path.moveTo(x, base - tall);
        side(path, x, base, tall, -half, tiers, dice, false);
        path.lineTo(x - half * .12f, base);
        path.lineTo(x + half * .12f, base);
        side(path, x, base, tall, half, tiers, dice, true);
        path.closePath();
        g.fill(path);
    }

    private static void side(
            Path2D.Float path, float x, float base, float tall, float half, int tiers, Random dice, boolean up) {
        for (int i = 1; i <= tiers; i++) {
            int tier = up ? tiers + 1 - i : i;
            float t = tier / (float) tiers;
            float y = base - tall + tall * .94f * t;
            float tip = x + half * (float) Math.pow(t, .85) * (.75f + .45f * dice.nextFloat());
            float inner = x + half * t * .42f;
            if (up) {
                path.lineTo(inner, y - tall * .012f);
                path.lineTo(tip, y + tall * .012f);
            } else {
                path.lineTo(tip, y + tall * .012f);
                path.lineTo(inner, y - tall * .012f);
            }
        }
    }
}
