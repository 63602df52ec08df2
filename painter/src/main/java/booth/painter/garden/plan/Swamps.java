package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.motif.Air;
import booth.painter.raster.Brush;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** Disgust: toadstools, bubbles that rise, slime that drips from above, flies. */
final class Swamps {
    private static final Rgb SLIME = Rgb.hex(0x9AB01E);

    private Swamps() {}

    static void paint(Garden garden) {
        float width = garden.canvas().width;
        float height = garden.canvas().height;
        float horizon = garden.stage().horizon();
        Air.mist(garden.canvas(), garden.stage(), horizon * 1.15f, height * .16f, .6f);
        for (int i = 0; i < 9; i++) {
            float near = garden.between(.45, 1);
            toadstool(
                    garden,
                    garden.between(0, 1) * width,
                    horizon + near * (height - horizon) * 1.02f,
                    garden.unit() * 95 * near * near);
        }
        for (int i = 0; i < 44; i++) {
            bubble(
                    garden,
                    garden.between(0, 1) * width,
                    horizon + garden.between(-.25, 1) * (height - horizon),
                    garden.unit() * garden.between(3, 17));
        }
        drips(garden, width, height);
        for (int i = 0; i < 40; i++) {
            float x = garden.between(0, 1) * width;
            float y = garden.between(.25, .95) * height;
            float r = garden.unit() * garden.between(1.2, 2.6);
            garden.brush().dab(x, y, r, r * .7f, garden.between(0, 3), Rgb.hex(0x16160C), .9f, 1);
            garden.brush().dab(x - r, y - r, r * 1.1f, r * .45f, .7f, Rgb.hex(0xE8E8C8), .45f, 1);
        }
    }

    private static void toadstool(Garden garden, float x, float y, float tall) {
        Brush brush = garden.brush();
        Rgb cap = garden.oneOf(java.util.List.of(Rgb.hex(0x8A3A4A), Rgb.hex(0x9A7A22), Rgb.hex(0x6A4A6A)));
        float lean = garden.between(-.12, .12) * tall;
        brush.curve(
                x,
                y,
                x,
                y - tall * .5f,
                x + lean,
                y - tall * .8f,
                tall * .2f,
                tall * .13f,
                garden.tone(Rgb.hex(0xCFC89A), .6f, 0),
                1.2f);
        brush.dab(
                x + lean, y - tall * .78f, tall * .42f, tall * .1f, 0, garden.tone(Rgb.hex(0x5A5030), .4f, 0), 1, 1.3f);
        brush.petal(
                Petal.ROUND,
                x + lean - tall * .46f,
                y - tall * .84f,
                0,
                tall * .92f,
                tall * .42f,
                garden.tone(cap, .5f, 0),
                garden.tone(cap.mix(Rgb.WHITE, .1f), .8f, 0),
                1,
                1.3f);
        for (int i = 0; i < 5; i++) {
            brush.dab(
                    x + lean + garden.between(-.3, .3) * tall,
                    y - tall * garden.between(.82, .98),
                    tall * .05f,
                    tall * .035f,
                    0,
                    garden.tone(Rgb.hex(0xE6E2A0), .9f, 0),
                    .9f,
                    1);
        }
    }

    private static void bubble(Garden garden, float x, float y, float r) {
        Rgb skin = garden.tone(Rgb.hex(0xD8E66A), 1, 0);
        garden.canvas().bokeh(x, y, r, skin, .38f);
        garden.brush()
                .dab(x - r * .35f, y - r * .4f, r * .22f, r * .14f, -.7f, Rgb.WHITE, garden.night() ? .5f : .85f, 1.2f);
    }

    private static void drips(Garden garden, float width, float height) {
        Rgb low = garden.tone(SLIME.times(.7f), .6f, 0);
        float x = 0;
        while (x < width) {
            float thick = garden.unit() * garden.between(10, 34);
            float length = height * garden.between(.01, .16) * garden.between(.2, 1);
            garden.brush().line(x, -thick, x, length, thick, thick * .5f, low, 1, 1.5f);
            garden.brush().dab(x, length, thick * .42f, thick * .6f, 0, low, 1, 1.5f);
            garden.brush()
                    .line(
                            x - thick * .15f,
                            -2,
                            x - thick * .12f,
                            length,
                            thick * .14f,
                            thick * .1f,
                            garden.tone(Rgb.hex(0xE6F08A), 1, 0),
                            .6f,
                            1.5f);
            x += thick * garden.between(.55, 1.1);
        }
    }
}
