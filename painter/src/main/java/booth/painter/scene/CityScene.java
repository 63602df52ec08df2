package booth.painter.scene;

import booth.painter.motif.Air;
import booth.painter.motif.Cumulus;
import booth.painter.motif.Sky;
import booth.painter.motif.Tower;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Palette;
import booth.painter.stage.Stage;
import java.util.List;

/** A skyline of towers in four depths, glass by day and lit windows after dark. */
final class CityScene implements Scene {

    @Override
    public List<Hour> hours() {
        return List.of(Hour.DAY, Hour.SUNSET, Hour.SUNSET, Hour.DAWN, Hour.NIGHT);
    }

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        Sky.paint(canvas, stage);
        Cumulus clouds = new Cumulus(stage);
        clouds.heap(stage.between(0, stage.width()), stage.horizon() * .8f, unit * 220, unit * stage.between(40, 110));
        clouds.heap(stage.between(0, stage.width()), stage.horizon() * .7f, unit * 180, unit * stage.between(30, 90));
        clouds.paint(canvas, .4f);
        Palette p = stage.palette();
        float span = stage.height() - stage.horizon();
        canvas.rows(
                (int) stage.horizon(),
                stage.height(),
                (x, y, c) -> p.haze()
                        .mix(p.dark(), .75f * (y - stage.horizon()) / span)
                        .over(c, 1));
        int depths = 4;
        for (int i = 0; i < depths; i++) {
            float near = i / (float) (depths - 1);
            block(canvas, stage, near);
            Air.mist(canvas, stage, stage.horizon() * (1.05f + .3f * near), unit * 130, .5f * (1 - near));
        }
        lights(canvas, stage);
    }

    private static void block(Canvas canvas, Stage stage, float near) {
        float unit = stage.unit();
        float x = -unit * stage.between(0, 60);
        while (x < stage.width()) {
            float wide = unit * stage.between(26 + 40 * near, 52 + 110 * near);
            float open = Math.min(1, Math.abs(x + wide / 2 - stage.open()) / (stage.width() * .35f));
            float tall =
                    stage.horizon() * stage.between(.22, .62) * (.75f + .3f * near) * (1 - near * .75f * (1 - open));
            float foot = stage.horizon() + (stage.height() - stage.horizon()) * (.1f + .9f * near);
            float roof = stage.horizon() * (1.02f + .12f * near) - tall;
            new Tower(stage, Math.round(x), Math.round(roof), Math.round(wide), foot, near).paint(canvas);
            x += wide * stage.between(.85, 1.25 + .5 * near);
        }
    }

    /** Out-of-focus street lights low in the picture. */
    private static void lights(Canvas canvas, Stage stage) {
        boolean dark = stage.light().hour() != Hour.DAY;
        Rgb[] colours = {Rgb.hex(0xFFD9A0), Rgb.hex(0xFFB870), Rgb.hex(0xFFF0D8), Rgb.hex(0xA8D0FF), Rgb.hex(0xFF8F78)};
        for (int i = 0; i < (dark ? 60 : 24); i++) {
            float y = stage.horizon()
                    + (stage.height() - stage.horizon())
                            * (float) Math.pow(stage.dice().nextDouble(), .8);
            canvas.bokeh(
                    stage.between(0, stage.width()),
                    y,
                    stage.unit() * stage.between(7, 22),
                    stage.oneOf(colours),
                    stage.between(.08, dark ? .55 : .22));
        }
    }
}
