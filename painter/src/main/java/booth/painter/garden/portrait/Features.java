package booth.painter.garden.portrait;

import booth.painter.garden.wish.Mood;
import booth.painter.garden.wish.Sitter;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** Eyes, brows, nose, mouth, beard: what makes a mood of a face. */
final class Features {
    private static final Rgb INK = Rgb.hex(0x2A1C1A);
    private static final Rgb LIP = Rgb.hex(0xC2564E);

    private final Sketch sketch;
    private final Sitter sitter;
    private final Rgb skin;
    private final Rgb hair;

    Features(Sketch sketch, Sitter sitter, Rgb skin, Rgb hair) {
        this.sketch = sketch;
        this.sitter = sitter;
        this.skin = skin;
        this.hair = hair;
    }

    void paint() {
        wrinkles();
        if (sitter.beard()) {
            sketch.shape(
                    hair, -.98f, .02f, -.95f, .6f, -.68f, 1.12f, 0, 1.62f, .68f, 1.12f, .95f, .6f, .98f, .02f, .86f,
                    .3f, .62f, .5f, .3f, .56f, 0, .58f, -.3f, .56f, -.62f, .5f, -.86f, .3f);
        }
        for (float side : new float[] {-1, 1}) {
            eye(side);
            brow(side);
        }
        Rgb shade = skin.times(.74f);
        sketch.curve(shade, .03f, .12f, .2f, .42f, .1f, .5f, .025f, .04f);
        sketch.curve(shade, .1f, .5f, 0, .56f, -.1f, .49f, .045f, .03f);
        mouth();
        if (sitter.mustache()) {
            mustache();
        }
    }

    private void eye(float side) {
        float x = side * .41f;
        float wide =
                sitter.mood() == Mood.SURPRISED || sitter.mood() == Mood.FEAR ? 1.3f : sitter.age() < 13 ? 1.2f : 1;
        if (!sitter.eyesOpen()) {
            sketch.curve(INK, x - .17f, .04f, x, .16f, x + .17f, .04f, .035f, .035f);
            return;
        }
        sketch.dab(Rgb.hex(0xFDFBF6), x, .03f, .175f, .115f * wide, 1, 0);
        sketch.dab(Rgb.hex(0x4A3222), x, .03f, .095f, .1f, 1, 0);
        sketch.dab(Rgb.hex(0x120C0A), x, .03f, .055f, .058f, 1, 0);
        sketch.dab(Rgb.WHITE, x + .035f, -.01f, .026f, .026f, 1, 0);
        float lid = .03f - .13f * wide;
        float droop = sitter.mood() == Mood.SAD ? .05f : 0;
        sketch.curve(INK, x - side * .19f, .03f, x, lid - .06f, x + side * .2f, .0f + droop, .03f, .045f);
        if (sitter.woman()) {
            sketch.curve(INK, x + side * .18f, .01f, x + side * .24f, -.03f, x + side * .28f, -.09f, .035f, .012f);
            sketch.curve(INK, x + side * .12f, -.06f, x + side * .16f, -.1f, x + side * .19f, -.15f, .03f, .01f);
        }
    }

    private void brow(float side) {
        float inner = -.3f;
        float outer = -.3f;
        switch (sitter.mood()) {
            case ANGRY, DISGUSTED -> inner = -.14f;
            case SAD, FEAR -> {
                inner = -.42f;
                outer = -.24f;
            }
            case SURPRISED -> {
                inner = -.46f;
                outer = -.42f;
            }
            case CONFUSED -> {
                inner = side > 0 ? -.44f : -.22f;
                outer = side > 0 ? -.4f : -.26f;
            }
            case HAPPY, CALM -> {}
        }
        float thick = sitter.woman() ? .055f : .085f;
        sketch.curve(
                hair.times(.85f),
                side * .2f,
                inner,
                side * .45f,
                Math.min(inner, outer) - .1f,
                side * .66f,
                outer + .06f,
                thick,
                thick * .5f);
    }

    private void mouth() {
        Rgb lip = sitter.woman() ? LIP.mix(Rgb.hex(0xD02A4A), .35f) : LIP.mix(skin, .3f);
        boolean glad = sitter.smile() || sitter.mood() == Mood.HAPPY;
        if (glad || sitter.mouthOpen()) {
            open(lip, glad);
            return;
        }
        switch (sitter.mood()) {
            case SURPRISED -> {
                sketch.dab(lip, 0, .84f, .17f, .2f, 1, 0);
                sketch.dab(Rgb.hex(0x5A1E1E), 0, .84f, .12f, .15f, 1, 0);
            }
            case SAD -> line(lip, .05f, -.1f);
            case ANGRY -> line(lip, .02f, -.06f);
            case DISGUSTED -> sketch.curve(lip, -.28f, .84f, 0, .7f, .3f, .74f, .06f, .06f);
            case FEAR -> sketch.curve(lip, -.24f, .82f, .02f, .72f, .24f, .86f, .06f, .06f);
            case CONFUSED -> sketch.curve(lip, -.26f, .76f, .1f, .86f, .28f, .74f, .06f, .06f);
            case HAPPY, CALM -> line(lip, -.03f, .1f);
        }
    }

    private void line(Rgb lip, float ends, float bow) {
        sketch.curve(lip, -.3f, .8f + ends, 0, .82f + bow, .3f, .8f + ends, .045f, .045f);
        sketch.curve(
                lip.mix(skin, .4f), -.12f, .92f + bow * .4f, 0, .95f + bow * .4f, .12f, .92f + bow * .4f, .05f, .05f);
    }

    private void open(Rgb lip, boolean glad) {
        float ends = glad ? .68f : .76f;
        sketch.shape(
                lip, -.4f, ends, -.2f, .72f, 0, .74f, .2f, .72f, .4f, ends, .3f, .9f, 0, glad ? 1.04f : 1, -.3f, .9f);
        sketch.shape(
                Rgb.hex(0x7A2626), -.33f, ends + .04f, 0, .77f, .33f, ends + .04f, .22f, .88f, 0, .98f, -.22f, .88f);
        sketch.shape(
                Rgb.hex(0xFDFAF4), -.31f, ends + .045f, 0, .77f, .31f, ends + .045f, .2f, .82f, 0, .86f, -.2f, .82f);
        sketch.curve(skin.times(.78f), -.46f, ends - .06f, -.43f, ends, -.44f, ends + .07f, .02f, .03f);
        sketch.curve(skin.times(.78f), .46f, ends - .06f, .43f, ends, .44f, ends + .07f, .02f, .03f);
    }

    private void mustache() {
        for (float side : new float[] {-1, 1}) {
            for (int i = 0; i < 3; i++) {
                sketch.garden()
                        .brush()
                        .petal(
                                Petal.ROUND,
                                sketch.x() - side * .04f * sketch.half(),
                                sketch.y() + (.62f + .03f * i) * sketch.half(),
                                side > 0 ? .22f + .1f * i : 3.14f - .22f - .1f * i,
                                sketch.half() * .5f,
                                sketch.half() * .2f,
                                hair.times(.85f),
                                hair,
                                1,
                                1.2f);
            }
        }
    }

    private void wrinkles() {
        if (sitter.age() < 48) {
            return;
        }
        Rgb fold = skin.times(.84f);
        float deep = sitter.age() > 62 ? .03f : .018f;
        for (float side : new float[] {-1, 1}) {
            sketch.curve(fold, side * .2f, .5f, side * .42f, .62f, side * .46f, .84f, deep, deep);
            sketch.curve(fold, side * .66f, .02f, side * .74f, 0, side * .82f, -.06f, deep, deep * .5f);
            sketch.curve(fold, side * .26f, .2f, side * .42f, .26f, side * .58f, .19f, deep, deep * .5f);
        }
        sketch.curve(fold, -.4f, -.62f, 0, -.68f, .4f, -.62f, deep, deep);
        sketch.curve(fold, -.3f, -.78f, 0, -.83f, .3f, -.78f, deep, deep);
    }
}
