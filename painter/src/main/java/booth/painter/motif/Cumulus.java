package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Light;
import booth.painter.stage.Palette;
import booth.painter.stage.Stage;
import java.util.Random;

/**
 * Towering clouds with a flat base: heaps of balls, their outlines curled by noise, lit as one relief from the sun.
 * The relief is a height map on every second pixel; what sticks out of the picture plane catches the light.
 */
public final class Cumulus {
    private final Stage stage;
    private final Field relief;
    private final Field shiftX;
    private final Field shiftY;

    public Cumulus(Stage stage) {
        this.stage = stage;
        float scale = 1 / (stage.unit() * 44);
        relief = new Field(stage.width(), stage.height(), 2);
        shiftX = curls(scale, 0);
        shiftY = curls(scale, 91);
    }

    private Field curls(float scale, float offset) {
        float lowest = stage.horizon() + stage.unit() * 20;
        return Field.of(
                stage.width(),
                stage.height(),
                2,
                (x, y) -> y > lowest ? 0 : stage.noise().fractal(x * scale + offset, y * scale + offset, 5));
    }

    /** Heaps up one cloud: its middle, its base row, its half width and its height, all in pixels. */
    public Cumulus heap(float x, float base, float half, float tall) {
        Random dice = stage.dice();
        int balls = 26;
        for (int i = 0; i < balls; i++) {
            float side = (float) Math.max(-1, Math.min(1, dice.nextGaussian() * .45));
            float room = (1 - Math.abs(side)) * (.7f + .3f * dice.nextFloat());
            float radius = Math.max(.08f, room) * tall * (.2f + .2f * dice.nextFloat());
            float up = dice.nextFloat() * room * (tall - radius * 1.4f);
            ball(x + side * half, base - up - radius * .3f, radius, base);
            for (int k = 0; k < 3; k++) {
                double angle = Math.PI * (1 + dice.nextDouble());
                float small = radius * (.3f + .3f * dice.nextFloat());
                float cx = x + side * half + (float) Math.cos(angle) * radius * .85f;
                float cy = base - up - radius * .3f + (float) Math.sin(angle) * radius * .85f;
                ball(cx, cy, small, base);
            }
        }
        return this;
    }

    private void ball(float x, float y, float radius, float base) {
        int step = relief.step();
        float curl = Math.min(radius * .55f, stage.unit() * 26);
        float reach = radius + curl;
        int top = Math.max(0, (int) ((y - reach) / step));
        int bottom = Math.min(relief.rows, (int) (Math.min(y + reach, base + curl * .3f) / step) + 1);
        int left = Math.max(0, (int) ((x - reach) / step));
        int right = Math.min(relief.columns, (int) ((x + reach) / step) + 1);
        for (int j = top; j < bottom; j++) {
            for (int i = left; i < right; i++) {
                int o = j * relief.columns + i;
                float dx = i * step + curl * shiftX.values[o] - x;
                float dy = j * step + curl * shiftY.values[o] - y;
                float inside = radius * radius - dx * dx - dy * dy;
                if (inside > 0) {
                    float flat = Curve.step(base + curl * .3f, base - radius * .7f, j * step);
                    relief.values[o] = Math.max(relief.values[o], (float) Math.sqrt(inside) * flat);
                }
            }
        }
    }

    /** Lights and lays down what was heaped up; distance 0..1 turns it toward the haze. */
    public void paint(Canvas canvas, float distance) {
        Palette p = stage.palette();
        Field smooth = relief.copy().blur(stage.unit() * 4);
        Field wide = relief.copy().blur(stage.unit() * 22);
        Light light = stage.light();
        float unit = stage.unit();
        Rgb lit = p.cloud().mix(p.haze(), distance);
        Rgb shade = p.cloudShade().mix(p.haze(), distance);
        canvas.rows(0, (int) (stage.horizon() + unit * 20), (x, y, c) -> {
            float h = relief.at(x, y);
            if (h <= 0) {
                return;
            }
            float dx = light.sunX() - x;
            float dy = light.sunY() - y;
            float norm = 1 / (float) Math.sqrt(dx * dx + dy * dy + unit * unit * 90000);
            float gx = (smooth.at(x + 2, y) - smooth.at(x - 2, y)) * .25f;
            float gy = (smooth.at(x, y + 2) - smooth.at(x, y - 2)) * .25f;
            float slope = 1 / (float) Math.sqrt(gx * gx + gy * gy + 1);
            float facing = (-gx * dx * norm - gy * dy * norm + unit * 300 * norm) * slope;
            float hollow = Curve.clamp((wide.at(x, y) - h) / (unit * 30));
            float bright = Curve.clamp(.46f + .54f * facing - .22f * hollow);
            float edge = Curve.step(0, unit * 9, h);
            shade.mix(lit, Curve.step(.05f, .95f, bright)).over(c, edge);
            float lining = (1 - Curve.step(0, unit * 16, h)) * edge;
            p.sun().screen(c, lining * .6f * unit * 300 * norm);
        });
    }
}
