package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;

/** A full moon with its grey seas and a halo. */
final class Moon {
    private Moon() {}

    static void paint(Canvas canvas, Stage stage, float x, float y, float radius) {
        Rgb colour = stage.palette().sun();
        canvas.glow(x, y, radius * 9, colour.mix(stage.palette().horizon(), .5f), .4f);
        canvas.glow(x, y, radius * 3, colour, .3f);
        float scale = 1.7f / radius;
        canvas.region(
                (int) (x - radius - 2),
                (int) (y - radius - 2),
                (int) (x + radius + 3),
                (int) (y + radius + 3),
                (px, py, c) -> {
                    float distance = Curve.hypot(px - x, py - y);
                    float disc = Curve.clamp(radius - distance + .5f);
                    if (disc > 0) {
                        float seas =
                                Curve.step(.0f, .5f, stage.noise().fractal((px - x) * scale + 40, (py - y) * scale, 4));
                        float rim = 1 - .25f * (distance / radius) * (distance / radius);
                        colour.times(rim * (1 - .22f * seas)).over(c, disc);
                    }
                });
    }
}
