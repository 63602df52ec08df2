package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Light;
import booth.painter.stage.Palette;
import booth.painter.stage.Stage;

/** One tower block: two faces of which one is lit, rows of windows, perhaps a set-back top and a mast. */
public final class Tower {
    private static final Rgb[] WALLS = {
        Rgb.hex(0x8A94A6), Rgb.hex(0x6F7F95), Rgb.hex(0xB3A798), Rgb.hex(0x9C8C84), Rgb.hex(0x5E7288), Rgb.hex(0xA9B4BF)
    };
    private static final Rgb LAMP = Rgb.hex(0xFFD493);
    private static final Rgb COOL_LAMP = Rgb.hex(0xD8ECFF);

    private final Stage stage;
    private final int left;
    private final int roof;
    private final int wide;
    private final float foot;
    private final float near;
    private final float corner;
    private final float cell;
    private final boolean glass;
    private final int pattern;
    private final Rgb wall;
    private final Rgb mirror;
    private final float distance;

    /** Left, roof and width in pixels; near is 1 for the foremost row, 0 for the farthest. */
    public Tower(Stage stage, int left, int roof, int wide, float foot, float near) {
        this.stage = stage;
        this.left = left;
        this.roof = roof;
        this.wide = wide;
        this.foot = foot;
        this.near = near;
        corner = left + wide * stage.between(.25, .75);
        cell = stage.unit() * (3.4f + 3.4f * near) * stage.between(.85, 1.3);
        glass = stage.dice().nextFloat() < .55f;
        pattern = stage.dice().nextInt();
        wall = stage.oneOf(WALLS);
        mirror = stage.light()
                .on(stage.palette().middle(), 0)
                .mix(stage.palette().horizon(), .25f);
        distance = .78f * (1 - near) * (1 - .25f * near);
    }

    public void paint(Canvas canvas) {
        float crown = stage.dice().nextFloat();
        if (crown < .45f) {
            int inset = (int) (wide * stage.between(.14, .3));
            int up = (int) (wide * stage.between(.2, .7));
            body(canvas, left + inset, roof - up, left + wide - inset, roof);
            if (crown < .2f) {
                int mast = Math.max(1, Math.round(stage.unit() * (1 + near)));
                int middle = left + wide / 2;
                Rgb steel = stage.light().on(stage.palette().dark(), .6f * (1 - near));
                canvas.region(
                        middle - mast / 2,
                        roof - up - (int) (wide * .7f),
                        middle - mast / 2 + mast,
                        roof - up,
                        (x, y, c) -> steel.over(c, .9f));
            }
        }
        body(canvas, left, roof, left + wide, (int) foot);
    }

    private void body(Canvas canvas, int from, int top, int to, int bottom) {
        Light light = stage.light();
        Palette p = stage.palette();
        boolean sunRight = light.sunX() > (from + to) / 2f;
        Rgb bright = light.on(wall.mix(p.sun(), .2f), distance);
        Rgb dim = light.on(wall.mix(p.dark(), .58f), distance);
        float height = Math.max(1, bottom - top);
        canvas.region(from, top, to, bottom, (x, y, c) -> {
            Rgb face = x > corner == sunRight ? bright : dim;
            face.over(c, 1);
            window((x - from) / cell, (y - top) / (cell * 1.35f), x, y, dim, c);
            p.haze().over(c, Curve.step(.15f, 1, (y - top) / height) * (.72f - .42f * near));
        });
    }

    /** Across and down count the windows of the face; their fractions are the place within one. */
    private void window(float across, float down, int x, int y, Rgb dim, float[] c) {
        float inX = across - (float) Math.floor(across);
        float inY = down - (float) Math.floor(down);
        boolean pane = down > .8f && inY > .3f && inX > (glass ? .08f : .35f);
        if (!pane) {
            return;
        }
        float clear = 1 - distance * .8f;
        if (glass) {
            float unit = stage.unit();
            float sheen = stage.noise().fractal(x / (unit * 90) + left, y / (unit * 130), 2);
            mirror.over(c, (.34f + .25f * sheen) * clear);
        } else {
            dim.over(c, .55f * clear);
        }
        int h = hash((int) across, (int) down);
        if ((h & 1023) < litShare() * 1024) {
            Rgb lamp = (h >> 10 & 3) == 0 ? COOL_LAMP : LAMP;
            lamp.over(c, (.35f + .6f * (h >> 12 & 255) / 255f) * (1 - distance * .65f));
        }
    }

    private float litShare() {
        return switch (stage.light().hour()) {
            case DAY -> .03f;
            case DAWN -> .14f;
            case SUNSET -> .2f;
            case NIGHT -> .46f;
        };
    }

    private int hash(int column, int row) {
        int h = (column * 0x27D4EB2D ^ row * 0x165667B1 ^ pattern) * 0x2C1B3C6D;
        h ^= h >>> 15;
        h *= 0x297A2D39;
        return h ^ h >>> 13;
    }
}
