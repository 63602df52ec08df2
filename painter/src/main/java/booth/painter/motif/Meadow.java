package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;

/** A slope of grass and flowers from a skyline down to the feet of the people. */
public final class Meadow {
    private final Stage stage;
    private final float[] line;
    private final Rgb far;
    private final Rgb near;

    public Meadow(Stage stage, float[] line, Rgb far, Rgb near) {
        this.stage = stage;
        this.line = line;
        this.far = stage.light().on(far, .22f);
        this.near = stage.light().on(near, 0);
    }

    public void paint(Canvas canvas, Rgb[] petals, int flowers) {
        grass(canvas);
        blades(canvas);
        for (Rgb petal : petals) {
            flowers(canvas, stage.light().on(petal, 0), flowers / petals.length);
        }
    }

    private float depth(float x, float y) {
        int column = Math.max(0, Math.min(line.length - 1, (int) x));
        return Curve.clamp((y - line[column]) / Math.max(1, stage.height() - line[column]));
    }

    private void grass(Canvas canvas) {
        float unit = stage.unit();
        Noise noise = stage.noise();
        Rgb sun = stage.palette().sun();
        Rgb dark = near.mix(stage.palette().dark(), .55f);
        canvas.below(line, (x, y, c) -> {
            float t = depth(x, y);
            float size = .12f + t;
            float patch = noise.fractal(x / (unit * 210 * size) + 3, y / (unit * 52 * size), 4);
            float stalk = noise.at(x / (unit * (1.2f + 3 * t)), y / (unit * (4 + 22 * t)));
            far.mix(near, Curve.step(0, .5f, t)).over(c, 1);
            dark.over(c, Curve.clamp(.1f + .5f * patch - .3f * stalk * Curve.step(0, .3f, t)) * .75f);
            sun.screen(c, .24f * Curve.step(0, .55f, -patch + .35f * stalk) + .2f * Curve.step(.08f, 0, t));
        });
    }

    private void blades(Canvas canvas) {
        float unit = stage.unit();
        for (int shade = 0; shade < 2; shade++) {
            Rgb colour = shade == 0
                    ? near.mix(stage.palette().dark(), .4f)
                    : near.mix(stage.palette().sun(), .35f);
            canvas.shapes(
                    g -> {
                        for (int i = 0; i < 700; i++) {
                            float t = stage.dice().nextFloat();
                            float x = stage.between(0, stage.width());
                            float top = line[Math.min(line.length - 1, (int) x)];
                            float y = top + (stage.height() - top) * t + unit * 8;
                            float tall = unit * (6 + 46 * t) * stage.between(.6, 1.2);
                            g.setStroke(new BasicStroke(unit * (.7f + 2 * t)));
                            g.draw(new Line2D.Float(x, y, x + tall * stage.between(-.3, .3), y - tall));
                        }
                    },
                    (x, y, c) -> colour.over(c, .55f));
        }
    }

    private void flowers(Canvas canvas, Rgb petal, int count) {
        float unit = stage.unit();
        float[] xs = new float[count];
        float[] ys = new float[count];
        float[] sizes = new float[count];
        for (int i = 0; i < count; i++) {
            float t = (float) Math.pow(stage.dice().nextDouble(), 1.5);
            xs[i] = stage.between(0, stage.width());
            float top = line[Math.min(line.length - 1, (int) xs[i])];
            ys[i] = top + (stage.height() - top) * t + unit * 3;
            float cluster = Curve.step(
                    -.25f,
                    .25f,
                    stage.noise().at(xs[i] / (unit * 170 * (.15f + t)) + petal.r() * 40, ys[i] / (unit * 50)));
            sizes[i] = unit * (1.1f + 8.5f * t) * stage.between(.6, 1.15) * cluster;
        }
        Rgb shade = petal.mix(near, .4f);
        canvas.shapes(
                g -> {
                    for (int i = 0; i < count; i++) {
                        blossom(g, xs[i], ys[i], sizes[i]);
                    }
                },
                (x, y, c) -> shade.mix(
                                petal, Curve.clamp(.65f + .5f * stage.noise().at(x / (unit * 3), y / (unit * 3))))
                        .over(c, .95f));
        Rgb heart = stage.light().on(Rgb.hex(0xFFD35A), 0);
        canvas.shapes(
                g -> {
                    for (int i = 0; i < count; i++) {
                        float r = sizes[i] * .26f;
                        g.fill(new Ellipse2D.Float(xs[i] - r, ys[i] - r * .8f, 2 * r, 1.6f * r));
                    }
                },
                (x, y, c) -> heart.over(c, .9f));
    }

    private void blossom(Graphics2D g, float x, float y, float size) {
        double turn = stage.dice().nextDouble() * 6;
        for (int k = 0; k < 5; k++) {
            double a = turn + k * Math.PI * 2 / 5;
            float px = x + size * .58f * (float) Math.cos(a);
            float py = y + size * .42f * (float) Math.sin(a);
            g.fill(new Ellipse2D.Float(px - size * .45f, py - size * .36f, size * .9f, size * .72f));
        }
    }
}
