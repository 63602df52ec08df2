package booth.painter.scene;

import booth.matting.raster.Curve;
import booth.painter.motif.BlossomTree;
import booth.painter.motif.Cumulus;
import booth.painter.motif.Meadow;
import booth.painter.motif.Mountains;
import booth.painter.motif.Ridge;
import booth.painter.motif.Sky;
import booth.painter.motif.Stars;
import booth.painter.motif.Unicorn;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Stage;
import java.util.List;

/** A pastel meadow with blossom trees, a rainbow, falling petals, sparkles and a unicorn at its edge. */
final class UnicornMeadowScene implements Scene {
    private static final Rgb[] PETALS = {Rgb.hex(0xFF9CC8), Rgb.hex(0xC7A6FF), Rgb.hex(0xFFFFFF), Rgb.hex(0xFFE08A)};
    private static final Rgb[] BOWS = {
        Rgb.hex(0xFF7A8A), Rgb.hex(0xFFB36B), Rgb.hex(0xFFF08A), Rgb.hex(0x8FE8A0), Rgb.hex(0x7CC8FF), Rgb.hex(0xB79CFF)
    };

    @Override
    public List<Hour> hours() {
        return List.of(Hour.DAWN, Hour.DAWN, Hour.DAY, Hour.SUNSET);
    }

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        float horizon = stage.horizon();
        Sky.paint(canvas, stage);
        Cumulus clouds = new Cumulus(stage);
        clouds.heap(stage.nearOpen(.3), horizon * .9f, unit * 240, unit * stage.between(110, 210));
        clouds.heap(stage.between(0, stage.width()), horizon * .85f, unit * 180, unit * stage.between(60, 130));
        clouds.paint(canvas, .1f);
        rainbow(canvas, stage);
        new Mountains(stage, horizon + unit * 14, unit * stage.between(110, 200), unit * 300, .68f, .5f).paint(canvas);
        MeadowScene.hills(canvas, stage);
        float[] line = Ridge.rolling(stage, horizon + unit * 60, unit * 24, unit * 520, 3);
        float tall = unit * stage.between(130, 165);
        float hero = stage.free(line[0] - tall * .4f, tall * .5f);
        float foot = line[Math.max(0, Math.min(line.length - 1, (int) hero))] + unit * 26;
        if (stage.room().hidden(hero, foot - tall * .5f, tall * .5f) > .45f) {
            foot = horizon * .42f;
            hero = stage.free(foot - tall * .5f, tall * .5f);
            new Cumulus(stage)
                    .heap(hero, foot + unit * 30, unit * 120, unit * 56)
                    .paint(canvas, 0);
        }
        float side = hero < stage.width() / 2f ? 1 : -1;
        BlossomTree pink = BlossomTree.pink(stage);
        pink.paint(canvas, stage.free(horizon - unit * 60, unit * 100), line, unit * stage.between(190, 260));
        pink.paint(canvas, stage.between(0, stage.width()), line, unit * stage.between(110, 170));
        new Meadow(stage, line, Rgb.hex(0xC9DA8A), Rgb.hex(0x7FB069)).paint(canvas, PETALS, 1400);
        Unicorn.paint(canvas, stage, hero, foot, tall, side < 0);
        magic(canvas, stage);
    }

    private static void rainbow(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        float radius = Math.max(stage.width() * .48f, stage.horizon()) * stage.between(.85, 1.05);
        float cx = stage.open() + radius * stage.between(.3, .7) * (stage.open() < stage.width() / 2f ? 1 : -1);
        float cy = stage.horizon() + radius * .12f;
        float band = unit * 50;
        canvas.rows(0, (int) stage.horizon() + 4, (x, y, c) -> {
            float t = (radius - Curve.hypot(x - cx, y - cy)) / band;
            if (t <= 0 || t >= 1) {
                return;
            }
            float place = t * (BOWS.length - 1);
            int k = Math.min(BOWS.length - 2, (int) place);
            float edge = Curve.step(0, .2f, t) * Curve.step(1, .8f, t);
            BOWS[k].mix(BOWS[k + 1], place - k).over(c, .5f * edge * Curve.step(-.1f, .5f, y / stage.horizon()));
        });
    }

    private static void magic(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        Rgb pink = Rgb.hex(0xFFC4E0);
        for (int i = 0; i < 60; i++) {
            float x = stage.between(0, stage.width());
            float y = stage.between(0, stage.height());
            float size = unit * stage.between(2.5, 6.5);
            double turn = stage.between(0, 6.28);
            float cos = (float) Math.cos(turn);
            float sin = (float) Math.sin(turn);
            canvas.region(
                    (int) (x - size), (int) (y - size), (int) (x + size) + 1, (int) (y + size) + 1, (px, py, c) -> {
                        float u = ((px - x) * cos + (py - y) * sin) / size;
                        float v = (-(px - x) * sin + (py - y) * cos) / size * 2.1f;
                        pink.over(c, .85f * Curve.step(1, .6f, u * u + v * v));
                    });
        }
        for (int i = 0; i < 46; i++) {
            Stars.spike(
                    canvas,
                    stage.nearOpen(.5),
                    stage.between(0, stage.height() * .95),
                    unit * stage.between(6, 20),
                    Rgb.hex(0xFFF6D8),
                    stage.between(.4, 1));
        }
        for (int i = 0; i < 22; i++) {
            canvas.bokeh(
                    stage.between(0, stage.width()),
                    stage.between(0, stage.height()),
                    unit * stage.between(9, 30),
                    stage.oneOf(PETALS),
                    stage.between(.1, .3));
        }
    }
}
