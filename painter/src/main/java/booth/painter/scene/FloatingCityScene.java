package booth.painter.scene;

import booth.painter.motif.CloudSea;
import booth.painter.motif.Cumulus;
import booth.painter.motif.FloatingIsland;
import booth.painter.motif.Sky;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Stage;
import java.util.List;

/** A city of the future on floating islands above a sea of clouds. */
final class FloatingCityScene implements Scene {

    @Override
    public List<Hour> hours() {
        return List.of(Hour.SUNSET, Hour.SUNSET, Hour.DAWN);
    }

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        float horizon = stage.horizon();
        Sky.paint(canvas, stage);
        Cumulus bank = new Cumulus(stage);
        for (int i = 0; i < 5; i++) {
            float x = stage.between(0, stage.width());
            bank.heap(x, horizon, unit * stage.between(100, 220), unit * stage.between(40, 130));
        }
        bank.paint(canvas, .3f);
        for (int i = 0; i < 4; i++) {
            float x = stage.between(0, stage.width());
            island(canvas, stage, x, horizon * stage.between(.3, .85), unit * stage.between(26, 50), .6f);
        }
        CloudSea.paint(canvas, stage, horizon - unit * 10);
        for (int i = 0; i < 2; i++) {
            float x = stage.between(0, stage.width());
            island(canvas, stage, x, horizon * stage.between(.55, .95), unit * stage.between(60, 95), .34f);
        }
        float hero = stage.free(horizon * .5f, unit * 130);
        island(canvas, stage, hero, horizon * stage.between(.62, .74), unit * stage.between(130, 165), .1f);
        float other = stage.width() * (hero < stage.width() / 2f ? stage.between(.8, .98) : stage.between(.02, .2));
        island(canvas, stage, other, horizon * stage.between(.5, .8), unit * stage.between(90, 130), .18f);
        traffic(canvas, stage);
    }

    private static void island(Canvas canvas, Stage stage, float x, float y, float half, float distance) {
        new FloatingIsland(stage, x, y, half, distance).paint(canvas);
    }

    /** Airships and their lights on invisible lanes. */
    private static void traffic(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        Rgb[] lamps = {Rgb.hex(0xFFE6B0), Rgb.hex(0xFFC890), Rgb.hex(0xB8ECFF)};
        for (int lane = 0; lane < 4; lane++) {
            float y = stage.horizon() * stage.between(.2, 1);
            float rise = stage.between(-.12, .12);
            float bend = stage.between(-.0004, .0004) / unit;
            for (int i = 0; i < 12; i++) {
                float x = stage.between(0, stage.width());
                float d = x - stage.open();
                float row = y + rise * d + bend * d * d;
                canvas.glow(x, row, unit * stage.between(2, 5), stage.oneOf(lamps), stage.between(.4, .95));
            }
        }
        for (int i = 0; i < 18; i++) {
            canvas.bokeh(
                    stage.between(0, stage.width()),
                    stage.between(0, stage.height()),
                    unit * stage.between(8, 24),
                    stage.oneOf(lamps),
                    stage.between(.06, .22));
        }
    }
}
