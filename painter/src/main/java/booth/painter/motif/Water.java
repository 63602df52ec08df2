package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Light;
import booth.painter.stage.Palette;
import booth.painter.stage.Stage;
import java.util.Arrays;

/** Water under the light of the scene. */
public final class Water {
    private Water() {}

    /** A still lake from the shore to the bottom of the picture; mirrors what stands above the shore. */
    public static void lake(Canvas canvas, Stage stage, float shore) {
        Palette p = stage.palette();
        float unit = stage.unit();
        int first = Math.max(1, (int) shore);
        float span = Math.max(1, canvas.height - first);
        float[] above = Arrays.copyOf(canvas.rgb, Math.min(canvas.rgb.length, first * canvas.width * 3));
        Rgb deep = p.zenith().mix(p.dark(), .55f);
        canvas.rows(first, canvas.height, (x, y, c) -> {
            float t = (y - first) / span;
            float depth = 1 / (.06f + t);
            float ripple = stage.noise().fractal(x / (unit * 120) * depth * .35f, depth * 5.5f, 3);
            int from = Math.max(0, Math.min(first - 1, (int)
                    (first - (y - first) * .9f - unit * 2 + ripple * unit * 18 * (.15f + t))));
            int column = Math.max(0, Math.min(canvas.width - 1, (int) (x + ripple * unit * 5)));
            int o = (from * canvas.width + column) * 3;
            c[0] = above[o];
            c[1] = above[o + 1];
            c[2] = above[o + 2];
            deep.over(c, .2f + .45f * t);
            p.haze().over(c, Curve.step(.06f, 0, t) * .6f);
            p.sun().screen(c, .1f * Curve.step(.25f, .6f, ripple));
        });
    }

    /** The open sea from the horizon down: swell in perspective and the sun's glitter on it. */
    public static void sea(Canvas canvas, Stage stage, float horizon, Rgb far, Rgb near) {
        Palette p = stage.palette();
        Light light = stage.light();
        float unit = stage.unit();
        float span = Math.max(1, canvas.height - horizon);
        float centre = canvas.width / 2f;
        canvas.rows((int) horizon, canvas.height, (x, y, c) -> {
            float t = Math.max(0, y - horizon) / span;
            float depth = 1 / (.035f + t * .9f);
            float u = (x - centre) / (unit * 420) * depth;
            float v = depth * 2.2f;
            float swell = stage.noise().warped(u, v * 1.8f, 4, .5f);
            float chop = stage.noise().fractal(u * 5, v * 9, 2);
            far.mix(near, Curve.step(0, .8f, t)).over(c, 1);
            float slope = swell + chop * .45f;
            p.middle().over(c, .4f * Curve.step(-.1f, .6f, slope) * (1 - .5f * t));
            p.dark().over(c, .3f * Curve.step(0, -.6f, slope));
            p.haze().over(c, .75f * Curve.step(.12f, 0, t));
            float path = (x - light.sunX()) / (unit * (26 + 210 * t));
            float glitter = (float) Math.exp(-path * path) * Curve.step(.05f, .5f, chop + swell * .6f);
            p.sun().screen(c, (light.night() ? .5f : .85f) * glitter * (1 - .5f * t));
            Rgb.WHITE.over(c, .5f * Curve.step(.62f, .85f, slope) * Curve.step(.08f, .4f, t));
        });
    }
}
