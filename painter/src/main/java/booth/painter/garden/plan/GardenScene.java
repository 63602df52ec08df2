package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.wish.Place;
import booth.painter.motif.Air;
import booth.painter.raster.Canvas;
import booth.painter.stage.Weather;

/** One garden, from the sky to what hangs before the lens. */
public final class GardenScene {
    private GardenScene() {}

    /** @param behind whether it is the background of a portrait: soft, and with nothing before the lens */
    public static void paint(Garden garden, boolean behind) {
        Place place = garden.wish().place().orElse(Place.PATH);
        Backdrop.paint(garden);
        Layout layout = Layouts.of(garden, place);
        new Soil(garden, layout).paint();
        new Growth(garden, Inhabitants.settled(garden, layout), place == Place.ROWS ? 4.5f : garden.between(.8, 1.5))
                .paint();
        if (behind) {
            Defocus.blur(garden.canvas(), garden.unit() * 9);
            return;
        }
        air(garden, place == Place.CLOSE);
    }

    private static void air(Garden garden, boolean close) {
        Canvas canvas = garden.canvas();
        if (close) {
            Defocus.blur(canvas, garden.unit() * 7);
        }
        Foreground.paint(garden, close);
        Motifs.paint(garden);
        Weather weather = garden.stage().light().weather();
        if (weather == Weather.RAIN || weather == Weather.SNOW) {
            Air.weather(canvas, garden.stage());
        }
    }
}
