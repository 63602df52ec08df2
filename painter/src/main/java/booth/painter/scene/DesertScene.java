package booth.painter.scene;

import booth.matting.raster.Curve;
import booth.painter.motif.Ridge;
import booth.painter.motif.Sky;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Light;
import booth.painter.stage.Stage;
import java.util.List;

/** Dunes with wind ripples, far mesas. */
final class DesertScene implements Scene {
    private static final Rgb[] SANDS = {Rgb.hex(0xE3A866), Rgb.hex(0xD98E54), Rgb.hex(0xEBC58B)};

    @Override
    public List<Hour> hours() {
        return List.of(Hour.DAY, Hour.SUNSET, Hour.SUNSET, Hour.DAWN);
    }

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        Sky.paint(canvas, stage);
        mesas(canvas, stage);
        Rgb sand = stage.oneOf(SANDS);
        float top = stage.horizon() - unit * 10;
        float span = stage.height() - top;
        int dunes = 6;
        for (int i = 0; i < dunes; i++) {
            float t = i / (float) (dunes - 1);
            float base = top + span * .75f * t * t + unit * 8;
            dune(canvas, stage, base, unit * (24 + 90 * t), unit * (260 + 420 * t), sand, .55f * (1 - t) * (1 - t), t);
        }
    }

    private static void mesas(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        for (int k = 0; k < 2; k++) {
            float[] line = Ridge.rolling(stage, stage.horizon(), unit * 130, unit * (240 - 60 * k), 3);
            for (int x = 0; x < line.length; x++) {
                float up = Math.max(0, stage.horizon() - line[x]) / (unit * 60);
                float terrace = (float) Math.floor(up * 2) / 2
                        + .5f * Curve.step(.35f, .6f, up * 2 - (float) Math.floor(up * 2));
                line[x] = stage.horizon()
                        - unit * (46 + 16 * k) * Math.min(1.5f, terrace)
                        + unit * 8
                        - unit * 2.5f * stage.noise().fractal(x / (unit * 9), k, 3);
            }
            Rgb rock = stage.light().on(Rgb.hex(0xA65F45), .62f - .2f * k);
            canvas.below(
                    line,
                    (x, y, c) -> rock.times(1 + .12f * stage.noise().fractal(x / (unit * 14), y / (unit * 7), 3))
                            .over(c, 1));
        }
    }

    private static void dune(
            Canvas canvas, Stage stage, float base, float swing, float wave, Rgb own, float distance, float near) {
        float unit = stage.unit();
        Noise noise = stage.noise();
        Light light = stage.light();
        float[] line = Ridge.rolling(stage, base, swing, wave, 2);
        Rgb lit = light.on(own.mix(Rgb.WHITE, .15f), distance);
        Rgb shade = light.on(own.mix(Rgb.hex(0x6B4A6E), .6f).times(.72f), distance);
        float offset = stage.between(0, 200);
        canvas.below(line, (x, y, c) -> {
            float depth = y - line[x];
            float side = Math.max(-1, Math.min(1, (light.sunX() - x) / (unit * 260)));
            int ahead = Math.max(0, Math.min(line.length - 1, (int) (x + unit * 16)));
            float lean = side * (line[ahead] - line[x]) / (unit * 16);
            float crest = noise.fractal(x / wave * 1.4f + offset + depth / wave, depth / wave * 2.2f + offset, 3);
            float slip = Curve.step(-.07f, .1f, lean * .9f + crest * .42f + .04f);
            float ripple = (float) Math.sin(
                    (depth * 1.2f + x * .35f + 26 * unit * noise.fractal(x / (unit * 90), y / (unit * 60), 3))
                            / (unit * (1.8f + 4 * near)));
            shade.mix(lit, Curve.clamp(slip * .9f + .1f + .06f * ripple * near)).over(c, 1);
            light.palette().sun().screen(c, .22f * Curve.step(unit * 6, 0, depth) * (1 - distance));
            light.palette().haze().over(c, .28f * Curve.step(swing * .6f, swing * 2.4f, depth) * (1 - near));
        });
    }
}
