package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** A round-crowned tree: a trunk that forks, and a crown of leaf clumps lit from above. */
public final class BlossomTree {
    private final Stage stage;
    private final Rgb dark;
    private final Rgb bright;

    private BlossomTree(Stage stage, Rgb dark, Rgb bright) {
        this.stage = stage;
        this.dark = stage.light().on(dark, .1f);
        this.bright = stage.light().on(bright, .05f);
    }

    public static BlossomTree green(Stage stage) {
        return new BlossomTree(stage, Rgb.hex(0x2E5B36), Rgb.hex(0xA9C95A));
    }

    public static BlossomTree pink(Stage stage) {
        return new BlossomTree(stage, Rgb.hex(0xB85F93), Rgb.hex(0xFFD9EA));
    }

    /** Stands on the line at the column x. */
    public void paint(Canvas canvas, float x, float[] line, float tall) {
        float foot = line[Math.max(0, Math.min(line.length - 1, (int) x))] + tall * .05f;
        List<float[]> clumps = new ArrayList<>();
        Rgb bark = stage.light().on(Rgb.hex(0x4A372E), .1f);
        canvas.shapes(
                g -> fork(g, x, foot, tall * .3f, -Math.PI / 2, tall * .05f, 6, clumps),
                (px, py, c) -> bark.over(c, 1));
        crown(canvas, clumps, tall);
    }

    private void fork(
            Graphics2D g, float x, float y, float length, double angle, float thick, int level, List<float[]> clumps) {
        float toX = x + length * (float) Math.cos(angle);
        float toY = y + length * (float) Math.sin(angle);
        g.setStroke(new BasicStroke(Math.max(.8f, thick), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Float(x, y, toX, toY));
        if (level <= 3) {
            clumps.add(new float[] {toX, toY});
        }
        if (level > 0) {
            for (int k = -1; k <= 1; k += 2) {
                double turn = k * stage.between(.28, .62);
                fork(g, toX, toY, length * stage.between(.66, .86), angle + turn, thick * .66f, level - 1, clumps);
            }
        }
    }

    private void crown(Canvas canvas, List<float[]> clumps, float tall) {
        float size = tall * .1f;
        float leaf = Math.max(stage.unit() * 1.6f, tall * .014f);
        Noise noise = stage.noise();
        float middle = 0;
        float top = Float.MAX_VALUE;
        for (float[] clump : clumps) {
            middle += clump[0] / clumps.size();
            top = Math.min(top, clump[1]);
        }
        float crownTop = top - size;
        float crownMiddle = middle;
        float toSun = Math.signum(stage.light().sunX() - middle);
        for (float[] clump : clumps) {
            float cx = clump[0];
            float cy = clump[1];
            float r = size * stage.between(.6, 1.15);
            canvas.region((int) (cx - r), (int) (cy - r), (int) (cx + r) + 1, (int) (cy + r) + 1, (x, y, c) -> {
                float dx = (x - cx) / r;
                float dy = (y - cy) / r;
                float speck = noise.at(x / leaf, y / leaf);
                float cover = Curve.step(.02f, .25f, 1 - dx * dx - dy * dy + .75f * speck - .3f);
                if (cover > 0) {
                    float high = 1 - (y - crownTop) / (tall * .75f);
                    float lit = .55f * high
                            + .3f * (-dy + toSun * dx * .6f)
                            + .15f * toSun * (x - crownMiddle) / (tall * .4f)
                            + .32f * speck;
                    dark.mix(bright, Curve.clamp(lit)).over(c, cover * .95f);
                }
            });
        }
    }
}
