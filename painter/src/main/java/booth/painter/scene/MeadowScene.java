package booth.painter.scene;

import booth.matting.raster.Curve;
import booth.painter.motif.BlossomTree;
import booth.painter.motif.Cumulus;
import booth.painter.motif.Meadow;
import booth.painter.motif.Mountains;
import booth.painter.motif.Ridge;
import booth.painter.motif.Sky;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;

/** Rolling hills, a tree or two, flowers to the feet. */
final class MeadowScene implements Scene {
    private static final Rgb[][] BEDS = {
        {Rgb.hex(0xFFFFFF), Rgb.hex(0xFFD84D), Rgb.hex(0xF26D8F)},
        {Rgb.hex(0xE6483D), Rgb.hex(0xF78C4A), Rgb.hex(0xFFFFFF)},
        {Rgb.hex(0x9B7BE0), Rgb.hex(0xC9A8F2), Rgb.hex(0xFFFFFF)}
    };

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        float horizon = stage.horizon();
        Sky.paint(canvas, stage);
        Cumulus clouds = new Cumulus(stage);
        clouds.heap(stage.nearOpen(.2), horizon * .92f, unit * 230, unit * stage.between(110, 220));
        clouds.heap(stage.between(0, stage.width()), horizon * .9f, unit * 170, unit * stage.between(50, 120));
        clouds.paint(canvas, .12f);
        new Mountains(stage, horizon + unit * 10, unit * stage.between(60, 170), unit * 330, .72f, .3f).paint(canvas);
        hills(canvas, stage);
        float[] line = Ridge.rolling(stage, horizon + unit * 62, unit * 26, unit * 520, 3);
        BlossomTree.green(stage)
                .paint(canvas, stage.free(horizon - unit * 40, unit * 80), line, unit * stage.between(120, 190));
        new Meadow(stage, line, Rgb.hex(0xA8C65E), Rgb.hex(0x5E9440)).paint(canvas, stage.oneOf(BEDS), 900);
    }

    static void hills(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        for (int i = 0; i < 3; i++) {
            float t = i / 3f;
            float[] line =
                    Ridge.rolling(stage, stage.horizon() + unit * (4 + 44 * t), unit * 46, unit * (260 + 120 * t), 3);
            Rgb green = stage.light().on(Rgb.hex(0x6F9B52), .55f - .4f * t);
            Rgb light = stage.light().on(Rgb.hex(0xB5CE6A), .5f - .35f * t);
            Rgb wood = stage.light().on(Rgb.hex(0x3E6340), .5f - .35f * t);
            float copse = stage.between(0, 90);
            canvas.below(line, unit * 190, (x, y, c) -> {
                float field = stage.noise().fractal(x / (unit * 130) + copse, y / (unit * 34), 3);
                green.mix(light, Curve.step(-.3f, .5f, field)).over(c, 1);
                float trees = stage.noise().fractal(x / (unit * 46) + copse, y / (unit * 15), 4);
                wood.over(c, .85f * Curve.step(.22f, .32f, trees));
                stage.palette().haze().over(c, .3f * (1 - t) * Curve.step(0, unit * 60, y - line[x]));
            });
        }
    }
}
