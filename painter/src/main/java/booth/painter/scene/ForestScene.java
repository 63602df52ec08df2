package booth.painter.scene;

import booth.matting.raster.Curve;
import booth.painter.motif.Leaves;
import booth.painter.motif.Ridge;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Inside a wood: trunks behind trunks in bright mist, leaves above, light between them. */
final class ForestScene implements Scene {
    private static final int LAYERS = 6;

    private record Foliage(Rgb leaf, Rgb lit, Rgb glow, Rgb bark) {
        static Foliage of(int leaf, int lit, int glow, int bark) {
            return new Foliage(Rgb.hex(leaf), Rgb.hex(lit), Rgb.hex(glow), Rgb.hex(bark));
        }
    }

    private static final Foliage[] SEASONS = {
        Foliage.of(0x2F5D34, 0x9CC653, 0xEFF6C4, 0x3A2F28),
        Foliage.of(0x2F5F42, 0x8CC77A, 0xF2F3D6, 0x322E2A),
        Foliage.of(0x9A5A22, 0xEFA93C, 0xFFEBB8, 0x3A2A24),
        Foliage.of(0x3D6B2C, 0xC7D65A, 0xFFF3C0, 0x43342A)
    };

    @Override
    public void paint(Canvas canvas, Stage stage) {
        Foliage season = stage.oneOf(SEASONS);
        Rgb glow = stage.light().night()
                ? stage.palette().horizon()
                : season.glow().mix(stage.palette().horizon(), .3f);
        clearing(canvas, stage, season, glow);
        for (int i = 0; i < LAYERS; i++) {
            float near = i / (float) (LAYERS - 1);
            leaves(canvas, stage, season, glow, near);
            trunks(canvas, stage, season, glow, near);
            ground(canvas, stage, season, glow, near);
            if (i < LAYERS - 1) {
                light(canvas, stage, glow, .34f * (1 - near));
            }
        }
        motes(canvas, stage, glow);
    }

    private static void clearing(Canvas canvas, Stage stage, Foliage season, Rgb glow) {
        float reach = stage.unit() * 520;
        Rgb deep = stage.light().on(season.leaf().mix(season.lit(), .35f), .1f);
        canvas.wash((x, y, c) -> {
            float distance = Curve.hypot(x - stage.open(), (y - stage.horizon() * .62f) * 1.1f) / reach;
            deep.over(c, 1);
            glow.over(c, (float) Math.exp(-distance * distance * 1.5f));
        });
    }

    private static void leaves(Canvas canvas, Stage stage, Foliage season, Rgb glow, float near) {
        Rgb dark = stage.light().on(season.leaf(), 0).times(.95f - .3f * near).mix(glow, .6f * (1 - near));
        Rgb bright = stage.light().on(season.lit(), 0).mix(glow, .5f * (1 - near));
        new Leaves(stage, near).paint(canvas, dark, bright);
    }

    private static void ground(Canvas canvas, Stage stage, Foliage season, Rgb glow, float near) {
        float unit = stage.unit();
        float base = stage.horizon() + (stage.height() - stage.horizon()) * (.05f + .62f * near * near);
        float[] line = Ridge.rolling(stage, base, unit * (14 + 30 * near), unit * (140 + 240 * near), 4);
        for (int x = 0; x < line.length; x++) {
            line[x] -= unit * (2 + 9 * near) * Math.abs(stage.noise().at(x / (unit * (2 + 4 * near)), 9 * near));
        }
        Rgb dark = stage.light().on(season.leaf().times(.75f - .35f * near), 0).mix(glow, .55f * (1 - near));
        Rgb bright = stage.light().on(season.lit(), 0).mix(glow, .45f * (1 - near));
        float band = near == 1 ? stage.height() : unit * 200;
        canvas.below(line, band, (x, y, c) -> {
            float dapple = stage.noise().fractal(x / (unit * 90), y / (unit * 26), 4);
            float blade = stage.noise().at(x / (unit * (2 + 2 * near)), y / (unit * (5 + 8 * near)));
            float sun = Curve.clamp(1 - Math.abs(x - stage.open()) / (unit * 420));
            dark.mix(bright, Curve.clamp(.12f + .5f * dapple * (.4f + sun) + .16f * blade + .22f * sun))
                    .over(c, 1);
        });
    }

    private static void trunks(Canvas canvas, Stage stage, Foliage season, Rgb glow, float near) {
        float unit = stage.unit();
        float thick = unit * (5 + 52 * near * near);
        int count = Math.max(2, Math.round(stage.width() / unit / (34 + 330 * near)));
        float foot = stage.horizon() + (stage.height() - stage.horizon()) * (.1f + .68f * near * near);
        Rgb bark = stage.light().on(season.bark(), 0).mix(glow, .72f * (1 - near) * (1 - near * .4f));
        Rgb rim = stage.light().on(season.lit(), 0).mix(glow, .55f);
        float[] xs = new float[count];
        float[] lean = new float[count];
        float[] width = new float[count];
        for (int i = 0; i < count; i++) {
            xs[i] = place(stage, near);
            lean[i] = unit * stage.between(-30, 30) * (.4f + near);
            width[i] = thick * stage.between(.55, 1.2);
        }
        canvas.shapes(
                g -> {
                    for (int i = 0; i < count; i++) {
                        trunk(g, stage, xs[i], foot, lean[i], width[i], 0, 1);
                        branches(g, stage, xs[i], foot, lean[i], width[i]);
                    }
                },
                (x, y, c) -> {
                    float fissure = stage.noise().fractal(x / (thick * .2f + unit), y / (thick * 1.1f + unit), 3);
                    bark.times(1 + .35f * fissure * near).over(c, 1);
                });
        canvas.shapes(
                g -> {
                    for (int i = 0; i < count; i++) {
                        boolean left = stage.open() < xs[i];
                        trunk(g, stage, xs[i], foot, lean[i], width[i], left ? 0 : .8f, left ? .2f : 1);
                    }
                },
                (x, y, c) -> rim.over(
                        c,
                        .2f
                                + .25f
                                        * near
                                        * Curve.clamp(
                                                .5f + stage.noise().fractal(x / (unit * 6), y / (unit * 30), 3))));
    }

    /** Near trunks stay away from the open place, where the light comes through. */
    private static float place(Stage stage, float near) {
        float x = stage.between(0, stage.width());
        float clear = stage.width() * .26f * near;
        if (Math.abs(x - stage.open()) < clear) {
            x = stage.open() + (x < stage.open() ? -1 : 1) * clear * stage.between(1, 1.5);
        }
        return x;
    }

    private static void trunk(
            Graphics2D g, Stage stage, float x, float foot, float lean, float width, float from, float to) {
        float half = width / 2;
        float flare = width * .8f;
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x - flare + 2 * flare * from, foot);
        path.quadTo(x - half + width * from, foot - width * 1.4f, x + lean * .4f - half + width * from, foot * .5f);
        path.lineTo(x + lean - half * .75f + width * .75f * from, -4);
        path.lineTo(x + lean - half * .75f + width * .75f * to, -4);
        path.lineTo(x + lean * .4f - half + width * to, foot * .5f);
        path.quadTo(x - half + width * to, foot - width * 1.4f, x - flare + 2 * flare * to, foot);
        path.closePath();
        g.fill(path);
    }

    private static void branches(Graphics2D g, Stage stage, float x, float foot, float lean, float width) {
        for (int k = 0; k < 2; k++) {
            float t = stage.between(.6, .95);
            float y = foot * (1 - t);
            float from = x + lean * t;
            float side = stage.dice().nextBoolean() ? 1 : -1;
            float reach = width * stage.between(1.2, 3.5);
            g.setStroke(
                    new BasicStroke(width * stage.between(.06, .13), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            Path2D.Float path = new Path2D.Float();
            path.moveTo(from, y);
            path.quadTo(
                    from + side * reach * .5f, y - reach * .2f, from + side * reach, y - reach * stage.between(.4, .9));
            g.draw(path);
        }
    }

    private static void light(Canvas canvas, Stage stage, Rgb glow, float strength) {
        float reach = stage.unit() * 430;
        canvas.wash((x, y, c) -> {
            float dx = (x - stage.open()) / reach;
            float dy = (y - stage.horizon() * .7f) / reach;
            glow.over(c, strength * (.25f + .75f * (float) Math.exp(-(dx * dx + dy * dy) * 1.6f)));
        });
    }

    private static void motes(Canvas canvas, Stage stage, Rgb glow) {
        for (int i = 0; i < 70; i++) {
            canvas.glow(
                    stage.nearOpen(.5),
                    stage.between(0, stage.height()),
                    stage.unit() * stage.between(1.5, 5),
                    glow,
                    stage.between(.2, .8));
        }
        for (int i = 0; i < 16; i++) {
            canvas.bokeh(
                    stage.nearOpen(.6),
                    stage.between(0, stage.height() * .9),
                    stage.unit() * stage.between(8, 26),
                    glow,
                    stage.between(.06, .2));
        }
    }
}
