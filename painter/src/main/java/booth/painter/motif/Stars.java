package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;

/** Stars of many magnitudes: most are faint, a few have spikes. */
public final class Stars {
    private static final Rgb[] TINTS = {Rgb.hex(0xFFFFFF), Rgb.hex(0xCFE0FF), Rgb.hex(0xFFE9CF), Rgb.hex(0xE6D8FF)};

    private Stars() {}

    /** Scatters them above the given row; they fade toward it. */
    public static void scatter(Canvas canvas, Stage stage, int count, float bottom) {
        float unit = stage.unit();
        for (int i = 0; i < count; i++) {
            float x = stage.between(0, stage.width());
            float y = stage.between(0, bottom);
            float magnitude = (float) Math.pow(stage.dice().nextDouble(), 5);
            float fade = Curve.step(1.02f, .55f, y / bottom);
            Rgb tint = stage.oneOf(TINTS);
            canvas.glow(x, y, unit * (1.3f + 2.6f * magnitude), tint, fade * (.25f + .75f * magnitude));
            if (magnitude > .55f) {
                spike(canvas, x, y, unit * 11 * magnitude, tint, fade * magnitude);
            }
        }
    }

    /** A star with a halo and a thin cross, as an aperture draws it. */
    public static void spike(Canvas canvas, float x, float y, float reach, Rgb tint, float strength) {
        canvas.glow(x, y, reach * .8f, tint, .35f * strength);
        float thin = Math.max(.7f, reach * .06f);
        canvas.region(
                (int) (x - reach), (int) (y - reach), (int) (x + reach) + 2, (int) (y + reach) + 2, (px, py, c) -> {
                    float dx = Math.abs(px - x);
                    float dy = Math.abs(py - y);
                    float along = Math.max(0, 1 - Math.max(dx, dy) / reach);
                    float across = Math.max(0, 1 - Math.min(dx, dy) / thin);
                    tint.screen(c, strength * across * along * along);
                });
    }
}
