package booth.painter.scene;

import booth.painter.motif.Air;
import booth.painter.motif.Conifers;
import booth.painter.motif.Cumulus;
import booth.painter.motif.Mountains;
import booth.painter.motif.Ridge;
import booth.painter.motif.Sky;
import booth.painter.motif.Water;
import booth.painter.raster.Canvas;
import booth.painter.stage.Stage;
import booth.painter.stage.Weather;

/** Ranges behind ranges above a still lake. */
final class MountainScene implements Scene {

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        float shore = stage.horizon() + unit * 30;
        float snow = stage.light().weather() == Weather.SNOW ? 1 : stage.between(.12, .5);
        Sky.paint(canvas, stage);
        Cumulus clouds = new Cumulus(stage);
        clouds.heap(stage.nearOpen(.3), stage.horizon() * .6f, unit * 200, unit * stage.between(50, 110));
        clouds.heap(stage.between(0, stage.width()), stage.horizon() * .7f, unit * 160, unit * stage.between(30, 80));
        clouds.paint(canvas, .25f);
        new Mountains(stage, shore, stage.horizon() * .95f, unit * stage.between(240, 340), .55f, snow).paint(canvas);
        new Mountains(stage, shore, stage.horizon() * 1.12f, unit * stage.between(420, 620), .14f, snow).paint(canvas);
        Air.mist(canvas, stage, shore - unit * 26, unit * 60, .35f);
        new Mountains(stage, shore, stage.horizon() * .42f, unit * stage.between(300, 420), .04f, snow * .2f)
                .paint(canvas);
        float[] wood = Ridge.rolling(stage, shore - unit * 14, unit * 16, unit * 160, 4);
        Conifers.row(canvas, stage, wood, unit * 46, .12f);
        Water.lake(canvas, stage, shore);
        float[] bank = Ridge.rolling(stage, stage.height() - unit * 30, unit * 30, unit * 420, 4);
        Conifers.row(canvas, stage, bank, unit * 120, 0);
    }
}
