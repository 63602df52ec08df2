package booth.painter.scene;

import booth.matting.raster.Curve;
import booth.painter.motif.Air;
import booth.painter.motif.Conifers;
import booth.painter.motif.Mountains;
import booth.painter.motif.Ridge;
import booth.painter.motif.Sky;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Stage;
import java.util.List;

/** Snowed-in firs before white mountains; northern lights at night. */
final class WinterScene implements Scene {

    @Override
    public List<Hour> hours() {
        return List.of(Hour.DAY, Hour.DAWN, Hour.SUNSET, Hour.NIGHT);
    }

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        float horizon = stage.horizon();
        Sky.paint(canvas, stage);
        if (stage.light().night()) {
            aurora(canvas, stage);
        }
        new Mountains(stage, horizon + unit * 20, horizon * .75f, unit * stage.between(330, 480), .45f, 1)
                .paint(canvas);
        int rows = 4;
        for (int i = 0; i < rows; i++) {
            float near = i / (float) (rows - 1);
            float base = horizon + unit * 10 + (stage.height() - horizon) * .55f * near * near;
            float[] line = Ridge.rolling(stage, base, unit * (16 + 20 * near), unit * (240 + 200 * near), 3);
            keepOpen(stage, line, near);
            Conifers.row(canvas, stage, line, unit * (44 + 150 * near), .5f * (1 - near), .75f);
            snowfield(canvas, stage, line, .4f * (1 - near), near == 1 ? stage.height() : unit * 170);
            Air.mist(canvas, stage, base, unit * 50, .45f * (1 - near));
        }
        float[] front = Ridge.rolling(stage, stage.height() - unit * 70, unit * 36, unit * 420, 3);
        snowfield(canvas, stage, front, 0, stage.height());
    }

    /** Sinks the near trees where the people leave the view open. */
    private static void keepOpen(Stage stage, float[] line, float near) {
        for (int x = 0; x < line.length; x++) {
            float d = (x - stage.open()) / (stage.unit() * 190);
            line[x] += near * stage.unit() * 110 * (float) Math.exp(-d * d);
        }
    }

    private static void snowfield(Canvas canvas, Stage stage, float[] line, float distance, float band) {
        float unit = stage.unit();
        Rgb white = stage.light().on(Rgb.hex(0xF7FAFF), distance);
        Rgb shade = stage.light().on(Rgb.hex(0x9DB2D8), distance);
        canvas.below(line, band, (x, y, c) -> {
            float depth = y - line[x] - unit * 5;
            float drift = stage.noise().fractal(x / (unit * 170), y / (unit * 46), 4);
            shade.mix(white, Curve.step(-.55f, .35f, drift)).over(c, Curve.step(-unit * 4, unit * 5, depth));
            float sparkle = stage.noise().at(x * .9f, y * .9f);
            Rgb.WHITE.screen(c, .3f * Curve.step(.8f, 1, sparkle));
        });
    }

    private static void aurora(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        Noise noise = stage.noise();
        Rgb low = Rgb.hex(0x4DF0A8);
        Rgb high = stage.oneOf(Rgb.hex(0xA060F0), Rgb.hex(0x50A8F0), Rgb.hex(0xF060A8));
        for (int k = 0; k < 3; k++) {
            float[] hem = Ridge.rolling(stage, stage.horizon() * (.62f - .12f * k), unit * 110, unit * 430, 3);
            float tall = unit * stage.between(150, 260);
            float strength = .7f - .16f * k;
            float offset = k * 31;
            canvas.rows(0, (int) stage.horizon(), (x, y, c) -> {
                float up = (hem[x] - y) / tall;
                if (up < -.12f || up > 1) {
                    return;
                }
                float rays = .55f + .7f * noise.fractal(x / (unit * 26) + offset, y / (unit * 700), 4);
                float body = Curve.step(-.12f, .06f, up) * (1 - up) * (1 - up);
                low.mix(high, Curve.step(.15f, .8f, up)).screen(c, strength * body * Curve.clamp(rays));
            });
        }
    }
}
