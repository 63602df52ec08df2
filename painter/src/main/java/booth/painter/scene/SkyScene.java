package booth.painter.scene;

import booth.painter.motif.CloudSea;
import booth.painter.motif.Cumulus;
import booth.painter.motif.Sky;
import booth.painter.raster.Canvas;
import booth.painter.stage.Hour;
import booth.painter.stage.Stage;
import java.util.List;

/** High among towering clouds, a sea of cloud below. */
final class SkyScene implements Scene {

    @Override
    public List<Hour> hours() {
        return List.of(Hour.DAY, Hour.DAY, Hour.DAWN, Hour.SUNSET);
    }

    @Override
    public void paint(Canvas canvas, Stage stage) {
        Sky.paint(canvas, stage);
        float unit = stage.unit();
        float base = stage.horizon();
        Cumulus far = new Cumulus(stage);
        for (int i = 0; i < 7; i++) {
            far.heap(
                    stage.between(0, stage.width()), base, unit * stage.between(60, 150), unit * stage.between(30, 80));
        }
        far.paint(canvas, .45f);
        Cumulus near = new Cumulus(stage);
        near.heap(
                stage.nearOpen(.12),
                base,
                unit * stage.between(170, 260),
                Math.min(base * .8f, unit * stage.between(230, 340)));
        near.heap(stage.between(0, stage.width()), base, unit * stage.between(140, 220), unit * stage.between(90, 180));
        near.heap(stage.between(0, stage.width()), base, unit * stage.between(120, 200), unit * stage.between(60, 140));
        near.paint(canvas, .1f);
        CloudSea.paint(canvas, stage, base - unit * 14);
    }
}
