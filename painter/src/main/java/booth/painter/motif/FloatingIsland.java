package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import booth.painter.stage.Light;
import booth.painter.stage.Stage;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A rock that hangs in the air, green on top, with slender towers, domes and a fall of water. */
public final class FloatingIsland {
    private static final Rgb LAMP = Rgb.hex(0xFFE0A0);
    private static final Rgb TEAL = Rgb.hex(0x9FF0FF);

    private final Stage stage;
    private final float x;
    private final float y;
    private final float half;
    private final float distance;

    /** x and y are the middle of its top, half its half width, in pixels; distance as in {@link Light#on}. */
    public FloatingIsland(Stage stage, float x, float y, float half, float distance) {
        this.stage = stage;
        this.x = x;
        this.y = y;
        this.half = half;
        this.distance = distance;
    }

    public void paint(Canvas canvas) {
        int towers = 7 + stage.dice().nextInt(5);
        for (int i = 0; i < towers; i++) {
            float side = stage.between(-.82, .82);
            float rise = (1.05f - Math.abs(side)) * half * stage.between(.55, 1.5);
            tower(canvas, x + side * half, y + half * .03f, half * stage.between(.035, .085), rise);
        }
        rock(canvas);
        green(canvas);
        if (distance < .5f) {
            fall(canvas, x + half * stage.between(-.6, .6));
        }
    }

    private void rock(Canvas canvas) {
        float seed = stage.between(0, 300);
        Noise noise = stage.noise();
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x - half, y);
        int steps = 60;
        float deep = half * stage.between(.8, 1.25);
        for (int i = 0; i <= steps; i++) {
            float u = -1 + 2f * i / steps;
            float body = (float) Math.pow(1 - Math.abs(u), .8) * (.75f + .5f * noise.fractal(u * 1.6f + seed, 2, 3));
            float teeth = .16f * noise.ridged(u * 5 + seed, 7, 3) * (1 - u * u);
            path.lineTo(x + u * half, y + deep * Math.max(0, body + teeth) * (1 - .03f * Math.abs(u)));
        }
        path.closePath();
        Light light = stage.light();
        Rgb lit = light.on(Rgb.hex(0xC08A72), distance);
        Rgb shade = light.on(stage.palette().dark().mix(Rgb.hex(0x6B4F66), .55f), distance);
        float toSun = Math.max(-1, Math.min(1, (light.sunX() - x) / half));
        float scale = 3.4f / half;
        canvas.shapes(
                g -> {
                    g.fill(path);
                    g.fill(new Ellipse2D.Float(x - half, y - half * .09f, half * 2, half * .2f));
                },
                (px, py, c) -> {
                    float u = (px - x) / half;
                    float v = (py - y) / deep;
                    float crag = noise.ridged(px * scale + seed, py * scale * .55f, 4);
                    float next = noise.ridged(px * scale + seed + .07f * Math.signum(toSun), py * scale * .55f, 4);
                    float bright = .42f + .5f * toSun * u + 2.2f * (crag - next) - .25f * v;
                    shade.mix(lit, Curve.clamp(bright)).over(c, 1);
                    stage.palette().haze().over(c, .5f * Curve.step(.2f, 1.1f, v));
                });
    }

    private void green(Canvas canvas) {
        Rgb grass = stage.light().on(Rgb.hex(0x7E9B57), distance);
        Rgb shadow = stage.light().on(Rgb.hex(0x3B5548), distance);
        canvas.shapes(
                g -> {
                    g.fill(new Ellipse2D.Float(x - half, y - half * .09f, half * 2, half * .17f));
                    for (int i = 0; i < 26; i++) {
                        float r = half * stage.between(.03, .075);
                        float px = x + half * stage.between(-.92, .92);
                        g.fill(new Ellipse2D.Float(
                                px - r, y - r * 1.1f + half * stage.between(-.03, .05), r * 2, r * 1.7f));
                    }
                },
                (px, py, c) -> shadow.mix(
                                grass,
                                Curve.clamp(.55f
                                        - (py - y) / (half * .16f)
                                        + .4f * stage.noise().fractal(px / (half * .05f), py / (half * .05f), 2)))
                        .over(c, 1));
    }

    private void tower(Canvas canvas, float cx, float foot, float wide, float rise) {
        float top = foot - rise;
        boolean dome = stage.dice().nextFloat() < .35f;
        Path2D.Float path = new Path2D.Float();
        path.moveTo(cx - wide, foot);
        path.curveTo(
                cx - wide * .55f, foot - rise * .4f, cx - wide * .75f, top + rise * .3f, cx - wide * .5f, top + wide);
        path.lineTo(cx, top - wide * (dome ? 0 : 5));
        path.lineTo(cx + wide * .5f, top + wide);
        path.curveTo(cx + wide * .75f, top + rise * .3f, cx + wide * .55f, foot - rise * .4f, cx + wide, foot);
        path.closePath();
        Light light = stage.light();
        Rgb bright = light.on(Rgb.hex(0xF4E6DC), distance).mix(stage.palette().sun(), .15f);
        Rgb dim = light.on(Rgb.hex(0x6A5A80), distance);
        float toSun = light.sunX() > cx ? 1 : -1;
        float cell = Math.max(stage.unit() * 2.2f, half * .03f);
        float seed = stage.between(0, 900);
        Rgb lamp = stage.dice().nextFloat() < .75f ? LAMP : TEAL;
        canvas.shapes(
                g -> {
                    g.fill(path);
                    if (dome) {
                        g.fill(new Ellipse2D.Float(cx - wide * 1.3f, top - wide * .6f, wide * 2.6f, wide * 2.2f));
                    }
                    g.fill(new Ellipse2D.Float(cx - wide * 1.1f, foot - rise * .45f, wide * 2.2f, wide * .7f));
                },
                (px, py, c) -> {
                    float across = (px - cx) / wide * toSun;
                    dim.mix(bright, Curve.step(-.5f, .7f, across)).over(c, 1);
                    float column = px / cell;
                    float row = py / (cell * 1.3f);
                    boolean pane = column - Math.floor(column) > .4 && row - Math.floor(row) > .45;
                    if (pane
                            && stage.noise()
                                            .at(
                                                    (float) Math.floor(column) * .73f + seed,
                                                    (float) Math.floor(row) * .61f)
                                    > .08f) {
                        lamp.over(c, .85f * (1 - distance));
                    }
                    stage.palette().haze().over(c, .35f * distance);
                });
        canvas.glow(
                cx, top - (dome ? 0 : wide * 5), Math.max(stage.unit() * 3, wide * 1.6f), lamp, .7f * (1 - distance));
    }

    /** Water over the edge, thinning to spray. */
    private void fall(Canvas canvas, float fx) {
        float wide = half * stage.between(.03, .06);
        float length = half * stage.between(.9, 1.5);
        Rgb water = stage.light()
                .on(Rgb.hex(0xF2F8FF), distance)
                .mix(stage.palette().sun(), .25f);
        canvas.region((int) (fx - wide * 4), (int) y, (int) (fx + wide * 4), (int) (y + length), (px, py, c) -> {
            float t = (py - y) / length;
            float spread = wide * (1 + 1.6f * t);
            float strand = .65f + .5f * stage.noise().fractal(px / (wide * .35f), py / (length * .3f), 3);
            float across = Curve.step(1, .2f, Math.abs(px - fx) / spread);
            water.over(c, Curve.clamp(across * strand * (1 - t) * .95f));
        });
    }
}
