package booth.painter;

import booth.matting.raster.Blur;
import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Light;

/** What a camera adds to the painted world: light shafts, bloom, a soft focus, vignette and grain. */
final class Lens {
    private static final int STEP = 4;

    private Lens() {}

    /** Streaks of light drawn from bright places away from the sun. */
    static void shafts(Canvas canvas, Light light, float strength) {
        Field bright = Field.of(canvas.width, canvas.height, STEP, (x, y) -> {
            int px = Math.min(canvas.width - 1, (int) x);
            int py = Math.min(canvas.height - 1, (int) y);
            float near = 1 - Curve.hypot(px - light.sunX(), py - light.sunY()) / (canvas.width + canvas.height);
            return Curve.step(.55f, .98f, luminance(canvas, px, py)) * Math.max(0, near);
        });
        int samples = 28;
        Field streaks = Field.of(canvas.width, canvas.height, STEP, (x, y) -> {
            float sum = 0;
            for (int i = 0; i < samples; i++) {
                float t = .75f * i / samples;
                sum += bright.at(x + (light.sunX() - x) * t, y + (light.sunY() - y) * t) * (1 - .8f * t);
            }
            return sum / samples;
        });
        streaks.blur(3);
        Rgb sun = light.palette().sun();
        canvas.wash((x, y, c) -> sun.screen(c, strength * streaks.at(x, y)));
    }

    /** Highlights spill over their surroundings. */
    static void bloom(Canvas canvas, float unit, float strength) {
        Field[] spill = new Field[3];
        for (int k = 0; k < 3; k++) {
            int channel = k;
            spill[k] = Field.of(canvas.width, canvas.height, STEP, (x, y) -> {
                        int px = Math.min(canvas.width - 1, (int) x);
                        int py = Math.min(canvas.height - 1, (int) y);
                        float v = canvas.rgb[(py * canvas.width + px) * 3 + channel];
                        return v * Curve.step(.6f, 1, luminance(canvas, px, py));
                    })
                    .blur(unit * 16);
        }
        canvas.wash((x, y, c) -> {
            for (int k = 0; k < 3; k++) {
                c[k] += (1 - c[k]) * strength * Curve.clamp(spill[k].at(x, y));
            }
        });
    }

    /** Shallow depth of field: the whole world lies a little behind the plane of focus. */
    static void soften(Canvas canvas, float radius) {
        int r = Math.round(radius);
        if (r < 1) {
            return;
        }
        float[] plane = new float[canvas.width * canvas.height];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = canvas.rgb[i * 3 + k];
            }
            Blur.gaussian(plane, canvas.width, canvas.height, r);
            for (int i = 0; i < plane.length; i++) {
                canvas.rgb[i * 3 + k] = plane[i];
            }
        }
    }

    /** Contrast by an S-curve, a little more saturation, and a vignette. */
    static void grade(Canvas canvas, float contrast, float vignette) {
        float cx = canvas.width / 2f;
        float cy = canvas.height / 2f;
        canvas.wash((x, y, c) -> {
            float dx = (x - cx) / cx;
            float dy = (y - cy) / cy;
            float k = 1 - vignette * Curve.step(.5f, 2.1f, dx * dx + dy * dy);
            float grey = .299f * c[0] + .587f * c[1] + .114f * c[2];
            for (int i = 0; i < 3; i++) {
                float v = Curve.clamp(grey + (c[i] - grey) * 1.1f);
                c[i] = k * (v + contrast * (Curve.step(0, 1, v) - v));
            }
        });
    }

    /** Film grain, strongest in the mid tones; from the pixel's position alone. */
    static void grain(Canvas canvas, int seed, float strength) {
        canvas.wash((x, y, c) -> {
            int h = (x * 0x27D4EB2D ^ y * 0x165667B1 ^ seed) * 0x2C1B3C6D;
            h ^= h >>> 15;
            h *= 0x297A2D39;
            h ^= h >>> 13;
            float tone = .299f * c[0] + .587f * c[1] + .114f * c[2];
            float amount = ((h & 0xFFFF) + (h >>> 16) - 0xFFFF) / 65536f * strength * (.4f + 2.4f * tone * (1 - tone));
            c[0] += amount;
            c[1] += amount;
            c[2] += amount;
        });
    }

    private static float luminance(Canvas canvas, int x, int y) {
        int o = (y * canvas.width + x) * 3;
        return .299f * canvas.rgb[o] + .587f * canvas.rgb[o + 1] + .114f * canvas.rgb[o + 2];
    }
}
