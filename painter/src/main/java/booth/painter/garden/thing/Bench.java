package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Rgb;

/** An empty bench. */
public final class Bench {
    private Bench() {}

    public static void paint(Garden garden, float x, float y, float metre, float metres) {
        Mason wood = new Mason(garden, Rgb.hex(0x8A6446), metres, metre * .06f);
        Mason iron = new Mason(garden, Rgb.hex(0x30302E), metres, metre * .05f);
        float half = .75f * metre;
        garden.shadow(x, y, half, metre * .5f);
        for (float side : new float[] {-.9f, .9f}) {
            iron.rect(x + side * half - metre * .03f, y - metre * .85f, x + side * half + metre * .03f, y, .5f);
            iron.rect(
                    x + side * half - metre * .09f,
                    y - metre * .62f,
                    x + side * half + metre * .09f,
                    y - metre * .57f,
                    .6f);
        }
        for (int i = 0; i < 4; i++) {
            float top = y - metre * (.88f - .1f * i);
            wood.rect(x - half, top, x + half, top + metre * .065f, .75f);
        }
        for (int i = 0; i < 3; i++) {
            float top = y - metre * (.43f - .045f * i);
            wood.rect(x - half * (1 + .02f * i), top, x + half * (1 + .02f * i), top + metre * .038f, .95f);
        }
        wood.snow(x - half, x + half, y - metre * .44f, metre * .06f);
        wood.snow(x - half, x + half, y - metre * .9f, metre * .05f);
    }
}
