package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;

/** A tilted galaxy of two logarithmic arms around a bright core. */
public final class Spiral {
    private final Stage stage;
    private final Nebula colours;
    private final float cx;
    private final float cy;
    private final float radius;
    private final float tilt;
    private final float cos;
    private final float sin;
    private final float winding;

    public Spiral(Stage stage, Nebula colours, float cx, float cy, float radius) {
        this.stage = stage;
        this.colours = colours;
        this.cx = cx;
        this.cy = cy;
        this.radius = radius;
        tilt = stage.between(.36, .6);
        float turn = stage.between(0, 3.1);
        cos = (float) Math.cos(turn);
        sin = (float) Math.sin(turn);
        winding = stage.dice().nextBoolean() ? 3.6f : -3.6f;
    }

    public void paint(Canvas canvas) {
        int r = (int) radius + 2;
        canvas.region((int) cx - r, (int) cy - r, (int) cx + r, (int) cy + r, (x, y, c) -> {
            float u = ((x - cx) * cos + (y - cy) * sin) / radius;
            float v = (-(x - cx) * sin + (y - cy) * cos) / radius / tilt;
            float d = Curve.hypot(u, v);
            if (d < 1) {
                disc(u, v, d, c);
            }
        });
        canvas.glow(cx, cy, radius * .5f, colours.core(), .2f);
        suns(canvas);
    }

    private void disc(float u, float v, float d, float[] c) {
        float fade = (1 - d) * (float) Math.sqrt(1 - d);
        float clumps = stage.noise().fractal(u * 7, v * 7, 4);
        double phase = 2 * Math.atan2(v, u) - winding * Math.log(d + .06) + clumps * 1.1f;
        float arm = Curve.step(-.35f, 1, (float) Math.cos(phase));
        colours.space().over(c, .6f * fade);
        colours.cold().mix(Rgb.WHITE, .35f).screen(c, fade * arm * (1.05f + .7f * clumps));
        colours.warm().mix(Rgb.WHITE, .45f).screen(c, fade * .4f * (1 - d));
        colours.core().screen(c, 1.1f * (float) Math.exp(-d * d * 110) + .4f * (float) Math.exp(-d * d * 20));
    }

    private void suns(Canvas canvas) {
        for (int i = 0; i < 90; i++) {
            float d = stage.between(.1, .9);
            double angle = stage.between(0, 2 * Math.PI);
            float u = d * radius * (float) Math.cos(angle);
            float v = d * radius * (float) Math.sin(angle) * tilt;
            float size = stage.unit() * stage.between(1, 2);
            canvas.glow(cx + u * cos - v * sin, cy + u * sin + v * cos, size, Rgb.WHITE, .5f * (1 - d));
        }
    }
}
