package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Palette;
import booth.painter.stage.Stage;

/** Cloud tops seen from above, to the horizon. */
public final class CloudSea {
    private CloudSea() {}

    public static void paint(Canvas canvas, Stage stage, float top) {
        Palette p = stage.palette();
        float unit = stage.unit();
        float centre = stage.width() / 2f;
        float span = Math.max(1, stage.height() - top);
        float toSun = Math.signum(stage.light().sunX() - centre) * .16f;
        Field relief = Field.of(stage.width(), stage.height(), 2, (x, y) -> {
            if (y < top - 2) {
                return 0;
            }
            float t = Math.max(0, y - top) / span;
            float depth = 1 / (.1f + t * 1.2f);
            float u = (x - centre) / (unit * 560) * depth;
            float v = depth * 1.3f;
            float here = stage.noise().warped(u * 1.3f, v * 1.5f, 5, .6f);
            float there = stage.noise().warped((u + toSun) * 1.3f, (v - .1f) * 1.5f, 3, .6f);
            return Curve.step(-.42f, .46f, here * .5f + (here - there) * 1.5f);
        });
        canvas.rows((int) top - 1, stage.height(), (x, y, c) -> {
            float t = Math.max(0, y - top) / span;
            float near = Curve.step(0, .35f, t);
            Rgb cloud = p.cloudShade().mix(p.cloud(), relief.at(x, y)).mix(p.haze(), 1 - .85f * near);
            cloud.over(c, Curve.step(0, .06f, t));
        });
    }
}
