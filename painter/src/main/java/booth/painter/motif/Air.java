package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;

/** What hangs and falls in the air between the layers of a landscape. */
public final class Air {
    private Air() {}

    /** A bank of mist along a row, torn by noise; half is its half height in pixels. */
    public static void mist(Canvas canvas, Stage stage, float row, float half, float strength) {
        float unit = stage.unit();
        float offset = stage.between(0, 200);
        Rgb haze = stage.palette().haze();
        Field torn = Field.of(
                stage.width(),
                stage.height(),
                4,
                (x, y) -> Math.abs(y - row) > half
                        ? 0
                        : .6f + .8f * stage.noise().fractal(x / (unit * 190) + offset, y / (unit * 60), 4));
        canvas.rows((int) (row - half), (int) (row + half), (x, y, c) -> {
            float near = 1 - Math.abs(y - row) / half;
            haze.over(c, Curve.clamp(strength * near * near * (3 - 2 * near) * torn.at(x, y)));
        });
    }

    /** The weather of the stage, over everything painted so far. */
    public static void weather(Canvas canvas, Stage stage) {
        switch (stage.light().weather()) {
            case RAIN -> rain(canvas, stage);
            case SNOW -> snow(canvas, stage);
            case MIST -> {
                mist(canvas, stage, stage.horizon(), stage.horizon() * .9f, .75f);
                mist(canvas, stage, stage.horizon() * 1.1f, stage.horizon() * .4f, .6f);
            }
            case CLEAR -> {}
        }
    }

    private static void rain(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        float slant = stage.between(-.22, .22);
        canvas.wash((x, y, c) -> stage.palette().haze().over(c, .18f));
        int drops = (int) (stage.width() * stage.height() / (unit * unit) / 900);
        for (float thickness : new float[] {.8f, 1.5f}) {
            canvas.shapes(
                    g -> {
                        g.setStroke(new BasicStroke(thickness * unit));
                        for (int i = 0; i < drops / (thickness > 1 ? 4 : 1); i++) {
                            float x = stage.between(-20, stage.width());
                            float y = stage.between(-20, stage.height());
                            float length = unit * stage.between(14, 34) * thickness;
                            g.draw(new Line2D.Float(x, y, x + slant * length, y + length));
                        }
                    },
                    (x, y, c) -> Rgb.WHITE.screen(c, .24f));
        }
    }

    private static void snow(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        int flakes = (int) (stage.width() * stage.height() / (unit * unit) / 1500);
        for (int i = 0; i < flakes; i++) {
            float size = (float) Math.pow(stage.dice().nextDouble(), 3);
            canvas.glow(
                    stage.between(0, stage.width()),
                    stage.between(0, stage.height()),
                    unit * (2 + 6 * size),
                    Rgb.WHITE,
                    .85f - .45f * size);
        }
        for (int i = 0; i < 26; i++) {
            canvas.bokeh(
                    stage.between(0, stage.width()),
                    stage.between(0, stage.height()),
                    unit * stage.between(7, 17),
                    Rgb.WHITE,
                    stage.between(.1, .28));
        }
    }
}
