package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** One layer of a wood's roof: masses of foliage from noise, single leaves scattered over them in three tones. */
public final class Leaves {
    private static final int TONES = 3;

    private final Stage stage;
    private final float near;
    private final float roof;
    private final Field mass;
    private final Field clumps;

    /** near is 1 for the foremost layer, 0 for the farthest. */
    public Leaves(Stage stage, float near) {
        this.stage = stage;
        this.near = near;
        float clump = stage.unit() * (60 + 130 * near);
        float offset = stage.between(0, 400);
        roof = stage.horizon() * (.62f - .3f * near);
        mass = Field.of(stage.width(), stage.height(), 4, (x, y) -> {
            if (y > stage.horizon() * 1.05f) {
                return -1;
            }
            float open = Math.abs(x - stage.open()) / (stage.width() * .5f);
            return stage.noise().fractal(x / clump + offset, y / clump, 4) + .75f * (1 - y / roof) + .5f * open - .38f;
        });
        clumps = Field.of(
                stage.width(),
                stage.height(),
                4,
                (x, y) -> mass.at(x, y) < -.3f
                        ? 0
                        : stage.noise().fractal(x / clump * 2.6f, y / clump * 2.6f + offset, 3));
    }

    public void paint(Canvas canvas, Rgb dark, Rgb bright) {
        float leaf = stage.unit() * (5 + 9 * near);
        canvas.rows(0, (int) (stage.horizon() * 1.05f), (x, y, c) -> {
            float here = mass.at(x, y);
            if (here < -.25f) {
                return;
            }
            float single = stage.noise().at(x / leaf, y / leaf);
            float cover = Curve.step(-.04f, .12f, here + .2f * single);
            if (cover > 0) {
                dark.mix(bright, Curve.clamp(sunny(x, y) + .2f * single)).over(c, cover * (.65f + .35f * near));
            }
        });
        scatter(canvas, dark, bright);
    }

    /** Clumps that bulge toward the light and leaves near the clearing are bright. */
    private float sunny(float x, float y) {
        float away = Math.abs(x - stage.open()) / (stage.unit() * 460);
        return .36f - .42f * mass.at(x, y) + .75f * clumps.at(x, y) + .3f * Math.max(0, 1 - away);
    }

    private void scatter(Canvas canvas, Rgb dark, Rgb bright) {
        int count = 420;
        float size = stage.unit() * (4.5f + 8 * near);
        for (int tone = 0; tone < TONES; tone++) {
            float level = tone / (TONES - 1f);
            Rgb colour = dark.times(.8f).mix(bright.mix(stage.palette().sun(), .25f), level);
            canvas.shapes(
                    g -> {
                        for (int i = 0; i < count; i++) {
                            float x = stage.between(0, stage.width());
                            float y = stage.between(0, stage.horizon());
                            boolean lit = Math.abs(sunny(x, y) + stage.between(-.2, .2) - level) < .45f;
                            if (lit && mass.at(x, y) > -.09f) {
                                leaf(g, x, y, size * stage.between(.6, 1.2), stage.between(0, 6.28));
                            }
                        }
                    },
                    (x, y, c) -> colour.over(c, .8f));
        }
    }

    private static void leaf(Graphics2D g, float x, float y, float size, float turn) {
        float dx = size * (float) Math.cos(turn);
        float dy = size * (float) Math.sin(turn);
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x - dx, y - dy);
        path.quadTo(x - dy * .8f, y + dx * .8f, x + dx, y + dy);
        path.quadTo(x + dy * .8f, y - dx * .8f, x - dx, y - dy);
        g.fill(path);
    }
}
