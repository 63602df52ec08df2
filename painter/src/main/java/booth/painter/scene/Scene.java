package booth.painter.scene;

import booth.painter.raster.Canvas;
import booth.painter.stage.Hour;
import booth.painter.stage.Stage;
import java.util.List;

/** One kind of world. Paints all of the canvas from back to front; the people are put before it afterwards. */
public interface Scene {

    void paint(Canvas canvas, Stage stage);

    /** The times of day that suit the scene when the prompt names none. */
    default List<Hour> hours() {
        return List.of(Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DAWN);
    }

    /** Whether light shafts from the sun belong into this air. */
    default boolean shafts() {
        return true;
    }
}
