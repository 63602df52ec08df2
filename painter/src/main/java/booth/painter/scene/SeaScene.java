package booth.painter.scene;

import booth.matting.raster.Curve;
import booth.painter.motif.Cumulus;
import booth.painter.motif.Ridge;
import booth.painter.motif.Sky;
import booth.painter.motif.Water;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import booth.painter.stage.Light;
import booth.painter.stage.Stage;
import java.awt.geom.Path2D;

/** A beach: open water, far islands, surf on the sand. */
final class SeaScene implements Scene {

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        float horizon = stage.horizon();
        Light light = stage.light();
        Sky.paint(canvas, stage);
        Cumulus clouds = new Cumulus(stage);
        for (int i = 0; i < 4; i++) {
            clouds.heap(
                    stage.between(0, stage.width()),
                    horizon - unit * 6,
                    unit * stage.between(90, 200),
                    unit * stage.between(36, 120));
        }
        clouds.paint(canvas, .3f);
        island(canvas, stage, .55f, 46);
        island(canvas, stage, .3f, 70);
        Rgb[] waters = {Rgb.hex(0x2FA9B5), Rgb.hex(0x1F86B0), Rgb.hex(0x46B9A9)};
        Rgb near = light.on(stage.oneOf(waters), 0);
        Water.sea(canvas, stage, horizon, near.mix(stage.palette().zenith(), .65f), near);
        sail(canvas, stage);
        beach(canvas, stage);
    }

    private static void island(Canvas canvas, Stage stage, float distance, float tall) {
        float unit = stage.unit();
        float[] line = Ridge.rolling(stage, stage.horizon() + unit * 12, unit * tall, unit * 210, 5);
        float middle = stage.free(stage.horizon() - unit * 20, unit * 80);
        for (int x = 0; x < line.length; x++) {
            float far = (x - middle) / (unit * 260);
            line[x] = stage.horizon()
                    + 2
                    + (line[x] - stage.horizon()) * (float) Math.exp(-far * far)
                    + unit * 16 * far * far;
        }
        Rgb green = stage.light().on(Rgb.hex(0x3F6B55), distance);
        Rgb shade = stage.light().on(stage.palette().dark(), distance);
        canvas.below(
                line,
                (x, y, c) -> shade.mix(
                                green,
                                Curve.clamp(.6f + .8f * stage.noise().fractal(x / (unit * 16), y / (unit * 12), 3)))
                        .over(c, 1));
    }

    private static void sail(Canvas canvas, Stage stage) {
        float size = stage.unit() * stage.between(22, 36);
        float x = stage.free(stage.horizon(), stage.unit() * 40);
        float y = stage.horizon() + size * .22f;
        Rgb cloth = stage.light().on(Rgb.hex(0xFFF8EC), .12f);
        canvas.shapes(
                g -> {
                    Path2D.Float path = new Path2D.Float();
                    path.moveTo(x, y - size);
                    path.quadTo(x + size * .5f, y - size * .4f, x + size * .42f, y - size * .1f);
                    path.lineTo(x, y - size * .1f);
                    path.moveTo(x - size * .05f, y - size * .9f);
                    path.lineTo(x - size * .3f, y - size * .1f);
                    path.lineTo(x - size * .05f, y - size * .1f);
                    g.fill(path);
                },
                (px, py, c) -> cloth.over(c, .95f));
        Rgb hull = stage.light().on(stage.palette().dark(), .2f);
        canvas.shapes(
                g -> {
                    Path2D.Float path = new Path2D.Float();
                    path.moveTo(x - size * .36f, y - size * .07f);
                    path.lineTo(x + size * .46f, y - size * .07f);
                    path.lineTo(x + size * .32f, y + size * .05f);
                    path.lineTo(x - size * .26f, y + size * .05f);
                    g.fill(path);
                },
                (px, py, c) -> hull.over(c, 1));
    }

    private static void beach(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        Noise noise = stage.noise();
        float[] line = Ridge.rolling(stage, stage.height() - unit * 120, unit * 46, unit * 520, 4);
        Rgb sand = stage.light().on(Rgb.hex(0xE9D2A6), 0);
        Rgb wet = sand.mix(stage.palette().middle(), .25f).times(.78f);
        float[] surf = line.clone();
        for (int x = 0; x < surf.length; x++) {
            surf[x] -= unit * (30 + 14 * noise.fractal(x / (unit * 70), 3, 3));
        }
        canvas.below(surf, (x, y, c) -> {
            float t = (y - surf[x]) / (unit * 34);
            float lace = noise.fractal(x / (unit * 16), y / (unit * 9), 4);
            Rgb.WHITE.over(c, .85f * Curve.step(1.2f, 0, t + Math.abs(lace) * 1.7f));
        });
        canvas.below(line, (x, y, c) -> {
            float t = (y - line[x]) / (unit * 90);
            float speck = noise.at(x / (unit * 1.7f), y / (unit * 1.3f)) * .035f
                    + noise.fractal(x / (unit * 60), y / (unit * 26), 4) * .07f;
            wet.mix(sand, Curve.step(.1f, .8f, t + speck * 2)).times(1 + speck).over(c, Curve.step(0, .15f, t));
        });
    }
}
