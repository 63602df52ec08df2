package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Shrub;
import booth.painter.garden.wish.Climate;
import booth.painter.garden.wish.Mood;
import booth.painter.motif.Cumulus;
import booth.painter.motif.Mountains;
import booth.painter.motif.Ridge;
import booth.painter.motif.Sky;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;

/** Everything behind the garden: sky, clouds, mountains, hills, the edge of a wood. */
final class Backdrop {
    private Backdrop() {}

    static void paint(Garden garden) {
        Stage stage = garden.stage();
        Sky.paint(garden.canvas(), stage);
        if (garden.mood() == Mood.SURPRISED && garden.night()) {
            Bursts.fireworks(garden);
        }
        if (garden.mood() == Mood.FEAR) {
            Frights.disc(garden);
        }
        if (garden.mood() == Mood.CONFUSED) {
            Whirls.paint(garden);
        } else if (garden.wish().climate() != Climate.RAINY && garden.chance(.75) && !garden.night()) {
            clouds(garden);
        }
        if (garden.chance(.45)) {
            float tall = stage.horizon() * garden.between(.25, .5);
            new Mountains(
                            stage,
                            stage.horizon() + 6,
                            tall,
                            garden.unit() * garden.between(200, 420),
                            .66f,
                            garden.winter() ? .9f : .35f)
                    .paint(garden.canvas());
        }
        hills(garden);
        wood(garden);
    }

    private static void clouds(Garden garden) {
        Stage stage = garden.stage();
        float unit = garden.unit();
        Cumulus clouds = new Cumulus(stage);
        int heaps = garden.wish().climate() == Climate.SUNNY ? 2 : 4;
        for (int i = 0; i < heaps; i++) {
            clouds.heap(
                    garden.between(0, stage.width()),
                    stage.horizon() * garden.between(.6, .95),
                    unit * garden.between(120, 260),
                    unit * garden.between(60, 180));
        }
        clouds.paint(garden.canvas(), .15f);
    }

    private static void hills(Garden garden) {
        float unit = garden.unit();
        Stage stage = garden.stage();
        for (int i = 0; i < 2; i++) {
            float[] line =
                    Ridge.rolling(stage, stage.horizon() - unit * (16 - 10 * i), unit * 26, unit * (240 - 60 * i), 4);
            Rgb dark = garden.tone(garden.leaf().dark(), .5f, 140 - 50 * i);
            Rgb bright = garden.tone(
                    garden.look().snow() > .4f
                            ? Rgb.hex(0xE6ECF6)
                            : garden.leaf().bright(),
                    .7f,
                    140 - 50 * i);
            float seed = garden.between(0, 90);
            garden.canvas().below(line, unit * 90, (x, y, c) -> {
                float t = .4f + .6f * stage.noise().fractal(x / (unit * 34) + seed, y / (unit * 12), 3);
                dark.mix(bright, Math.max(0, Math.min(1, t))).over(c, 1);
            });
        }
    }

    /** Crowns along the horizon, small and blue with distance. */
    private static void wood(Garden garden) {
        float unit = garden.unit();
        float offset = garden.between(0, 50);
        for (int row = 0; row < 2; row++) {
            float metres = garden.look().sight() * (.8f - .25f * row);
            for (float x = -20; x < garden.canvas().width + 20; x += unit * garden.between(13, 30)) {
                float thick = garden.stage().noise().at(x / (unit * 150) + offset, row * 9);
                if (thick < -.25f + .2f * row) {
                    continue;
                }
                float half = unit * garden.between(13, 24);
                float tall = half * garden.between(1.3, 2.2) * (1 + .5f * thick);
                Rgb none = garden.petal();
                if (garden.winter() || garden.chance(.25)) {
                    Shrub.spire(
                            garden,
                            x,
                            garden.stage().horizon() + unit * (3 + 4 * row),
                            half * .5f,
                            tall * 1.35f,
                            metres);
                } else {
                    Shrub.bush(
                            garden,
                            x,
                            garden.stage().horizon() + unit * (3 + 4 * row),
                            half,
                            tall,
                            metres,
                            garden.leaf(),
                            0,
                            none);
                }
            }
        }
    }
}
