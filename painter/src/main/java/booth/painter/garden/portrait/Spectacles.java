package booth.painter.garden.portrait;

import booth.painter.garden.wish.Sitter;
import booth.painter.raster.Rgb;

/** Glasses, clear or dark. */
final class Spectacles {
    private static final Rgb FRAME = Rgb.hex(0x33262A);

    private Spectacles() {}

    static void paint(Sketch sketch, Sitter sitter) {
        if (!sitter.glasses() && !sitter.sunglasses()) {
            return;
        }
        for (float side : new float[] {-1, 1}) {
            float x = side * .42f;
            if (sitter.sunglasses()) {
                sketch.dab(Rgb.hex(0x1E1A22), x, .05f, .35f, .29f, .96f, 0);
                sketch.dab(Rgb.hex(0x8A9AB8), x - .08f, -.06f, .15f, .07f, .5f, .08f);
            } else {
                sketch.dab(Rgb.WHITE, x, .05f, .33f, .27f, .13f, 0);
                sketch.dab(Rgb.WHITE, x - .15f, -.07f, .07f, .035f, .55f, .03f);
            }
            rim(sketch, x);
            sketch.curve(FRAME, side * .76f, 0, side * .9f, -.02f, side * 1.02f, .02f, .055f, .05f);
        }
        sketch.curve(FRAME, -.1f, 0, 0, -.07f, .1f, 0, .05f, .05f);
    }

    private static void rim(Sketch sketch, float x) {
        int parts = 28;
        for (int i = 0; i < parts; i++) {
            float from = (float) (2 * Math.PI * i / parts);
            float to = (float) (2 * Math.PI * (i + 1) / parts);
            float x0 = x + .34f * (float) Math.cos(from);
            float y0 = .05f + .28f * (float) Math.sin(from);
            float x1 = x + .34f * (float) Math.cos(to);
            float y1 = .05f + .28f * (float) Math.sin(to);
            sketch.curve(FRAME, x0, y0, (x0 + x1) / 2, (y0 + y1) / 2, x1, y1, .05f, .05f);
        }
    }
}
