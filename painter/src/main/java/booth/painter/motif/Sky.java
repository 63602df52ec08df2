package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Light;
import booth.painter.stage.Palette;
import booth.painter.stage.Stage;
import booth.painter.stage.Weather;

/** The sky above every landscape: gradient, sun or moon, stars, thin high cloud. */
public final class Sky {
    private Sky() {}

    public static void paint(Canvas canvas, Stage stage) {
        gradient(canvas, stage);
        if (stage.light().night()) {
            Stars.scatter(canvas, stage, (int) (stage.width() * stage.horizon() / 1400f), stage.horizon());
        }
        sun(canvas, stage);
        highCloud(canvas, stage, stage.between(-.05, .22));
    }

    private static void gradient(Canvas canvas, Stage stage) {
        Palette p = stage.palette();
        float bottom = stage.horizon();
        float sunX = stage.light().sunX();
        float sunY = stage.light().sunY();
        float reach = 1 / (stage.unit() * 560);
        Hour hour = stage.light().hour();
        float warmth = switch (hour) {
            case DAY -> .3f;
            case SUNSET -> .75f;
            case DAWN, NIGHT -> .5f;
        };
        float spread = hour == Hour.DAY ? 3.4f : 2.2f;
        Rgb halo = p.horizon().mix(p.sun(), .5f);
        canvas.wash((x, y, c) -> {
            float t = Curve.clamp(y / bottom);
            p.zenith().over(c, 1);
            p.middle().over(c, Curve.step(0, .72f, t));
            p.horizon().over(c, Curve.step(.5f, 1.02f, t));
            float distance = Curve.hypot((x - sunX) * .8f, y - sunY) * reach;
            halo.over(c, warmth * (float) Math.exp(-distance * spread));
            p.sun().screen(c, .55f * (float) Math.exp(-distance * 7f));
        });
    }

    private static void sun(Canvas canvas, Stage stage) {
        Light light = stage.light();
        Rgb colour = stage.palette().sun();
        float radius = stage.unit() * (light.night() ? 30 : 26);
        if (light.night()) {
            Moon.paint(canvas, stage, light.sunX(), light.sunY(), radius);
            return;
        }
        float strength = light.weather() == Weather.CLEAR ? 1 : .35f;
        canvas.glow(light.sunX(), light.sunY(), radius * 9, colour, .3f * strength);
        canvas.glow(light.sunX(), light.sunY(), radius * 3.6f, colour, .8f * strength);
        canvas.glow(light.sunX(), light.sunY(), radius * 1.6f, Rgb.WHITE, 1.6f * strength);
    }

    /** Cirrus on a plane overhead: wide above, drawn together toward the horizon. */
    private static void highCloud(Canvas canvas, Stage stage, float cover) {
        Palette p = stage.palette();
        float unit = stage.unit();
        float bottom = stage.horizon();
        float centre = stage.width() / 2f;
        float drift = stage.between(-.6, .6);
        Field veil = Field.of(stage.width(), stage.height(), 2, (x, y) -> {
            if (y > bottom) {
                return 0;
            }
            float depth = 1 / (1.16f - y / bottom);
            float u = (x - centre) / (unit * 420) * depth + drift * depth;
            float v = depth * 1.7f;
            float wisp = stage.noise().warped(u, v * 1.6f, 5, 1.3f) + cover;
            return Curve.step(.05f, .75f, wisp) * Curve.step(1, .8f, y / bottom);
        });
        float strength = stage.light().night() ? .4f : .75f;
        canvas.rows(0, (int) bottom, (x, y, c) -> {
            float d = veil.at(x, y);
            if (d > 0) {
                p.cloudShade().mix(p.cloud(), .55f + .45f * d).over(c, d * strength);
            }
        });
    }
}
