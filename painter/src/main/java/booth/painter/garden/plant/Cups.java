package booth.painter.garden.plant;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** Blossoms seen from the side: cups that stand and bells that hang. */
final class Cups {
    private static final float UP = (float) (-Math.PI / 2);
    private static final float DOWN = (float) (Math.PI / 2);

    private Cups() {}

    static void tulip(Head head) {
        float r = head.r();
        float foot = head.y() + r * 1.1f;
        Rgb deep = head.own().times(.62f);
        Rgb pale = head.own().mix(Rgb.WHITE, .22f);
        up(head, Petal.CUP, -.12f, foot, .26f, 2.1f, 1.1f, deep, head.own());
        up(head, Petal.CUP, .12f, foot, -.26f, 2.1f, 1.1f, deep, head.own());
        up(head, Petal.CUP, -.3f, foot, -.2f, 2, 1, deep, pale);
        up(head, Petal.CUP, .3f, foot, .2f, 2, 1, deep, pale);
        up(head, Petal.CUP, 0, foot + r * .05f, 0, 1.95f, 1.12f, head.own().times(.8f), pale);
    }

    private static void up(
            Head head, Petal shape, float aside, float foot, float lean, float length, float wide, Rgb low, Rgb high) {
        float lit = .62f + .3f * Math.signum(aside) * head.garden().side();
        head.brush()
                .petal(
                        shape,
                        head.x() + aside * head.r() * .5f,
                        foot,
                        UP + lean,
                        head.r() * length,
                        head.r() * wide,
                        head.tone(low, lit),
                        head.tone(high, lit + .2f),
                        1,
                        head.soft());
    }

    static void snowdrop(Head head) {
        float r = head.r();
        float top = head.y() - r * .9f;
        Rgb white = head.own().mix(Rgb.WHITE, .72f);
        for (float lean : new float[] {.5f, -.5f, 0}) {
            head.brush()
                    .petal(
                            Petal.ROUND,
                            head.x(),
                            top,
                            DOWN + lean,
                            r * 2,
                            r * .95f,
                            head.tone(white.times(.72f), .6f),
                            head.tone(white, .75f + .3f * lean * -head.garden().side()),
                            1,
                            head.soft());
        }
        head.brush().dab(head.x(), top, r * .24f, r * .34f, 0, head.tone(Rgb.hex(0x5E9A44), .7f), 1, head.soft());
    }

    /** A bowed stalk's row of bells, the lowest the largest. */
    static void bells(Head head) {
        float r = head.r();
        Garden garden = head.garden();
        float way = garden.chance(.5) ? 1 : -1;
        Rgb stalk = head.tone(
                garden.look()
                        .leaves()
                        .get(0)
                        .dark()
                        .mix(garden.look().leaves().get(0).bright(), .4f),
                .6f);
        float endX = head.x() + way * r * 1.5f;
        float endY = head.y() + r * .3f;
        head.brush()
                .curve(
                        head.x(),
                        head.y() + r * 1.4f,
                        head.x() - way * r * .1f,
                        head.y() - r * 1.2f,
                        endX,
                        endY,
                        r * .12f,
                        r * .08f,
                        stalk,
                        head.soft());
        for (int i = 0; i < 4; i++) {
            float t = .3f + .7f * i / 3;
            float q = 1 - t;
            float bx = q * q * head.x() + 2 * q * t * (head.x() - way * r * .1f) + t * t * endX;
            float by = q * q * (head.y() + r * 1.4f) + 2 * q * t * (head.y() - r * 1.2f) + t * t * endY;
            bell(head, bx, by, r * (.85f - .1f * i), .25f * way * (t - .5f));
        }
    }

    private static void bell(Head head, float x, float y, float size, float lean) {
        Rgb deep = head.own().times(.6f);
        for (float side : new float[] {-.38f, .38f, 0}) {
            head.brush()
                    .petal(
                            Petal.CUP,
                            x,
                            y,
                            DOWN + lean + side,
                            size * 1.25f,
                            size * .62f,
                            head.tone(deep, .5f),
                            head.tone(
                                    head.own().mix(Rgb.WHITE, .2f),
                                    .72f - side * head.garden().side() * .6f),
                            1,
                            head.soft());
        }
    }

    /** A pitcher plant: a veined jug with a lip and a lid, waiting for flies. */
    static void pitcher(Head head) {
        float r = head.r();
        float foot = head.y() + r * 1.9f;
        float lean = head.garden().between(-.16, .16);
        Rgb jug = head.own().mix(Rgb.hex(0x9AA832), .35f);
        Rgb wine = Rgb.hex(0x6A1E3A);
        head.brush()
                .petal(
                        Petal.ROUND,
                        head.x(),
                        foot,
                        UP + lean,
                        r * 3,
                        r * 1.25f,
                        head.tone(jug.times(.6f), .6f),
                        head.tone(jug.mix(wine, .35f), .8f),
                        1,
                        head.soft());
        float topX = head.x() + (float) Math.sin(lean) * r * 2.3f;
        float topY = foot - r * 2.35f;
        for (int i = -2; i <= 2; i++) {
            head.brush()
                    .line(
                            head.x() + i * r * .1f,
                            foot - r * .8f,
                            topX + i * r * .2f,
                            topY + r * .3f,
                            r * .03f,
                            r * .06f,
                            head.tone(wine, .6f),
                            .55f,
                            head.soft());
        }
        head.brush().dab(topX, topY, r * .66f, r * .32f, lean, head.tone(wine.mix(jug, .2f), .9f), 1, head.soft());
        head.brush()
                .dab(topX, topY + r * .03f, r * .48f, r * .2f, lean, head.tone(Rgb.hex(0x1E1010), .5f), 1, head.soft());
        float back = head.garden().chance(.5) ? .5f : -.5f;
        head.brush()
                .petal(
                        Petal.ROUND,
                        topX + back * r * .9f,
                        topY,
                        UP - back,
                        r * 1.2f,
                        r,
                        head.tone(wine, .7f),
                        head.tone(jug, .95f),
                        1,
                        head.soft());
    }

    static void iris(Head head) {
        Rgb deep = head.own().times(.55f);
        Rgb pale = head.own().mix(Rgb.WHITE, .3f);
        float y = head.y();
        up(head, Petal.ROUND, -.2f, y + head.r() * .2f, -.42f, 1.4f, .85f, deep, pale);
        up(head, Petal.ROUND, .2f, y + head.r() * .2f, .42f, 1.4f, .85f, deep, pale);
        up(head, Petal.ROUND, 0, y + head.r() * .2f, 0, 1.5f, .9f, deep, head.own());
        for (float lean : new float[] {-1.05f, 1.05f, 0}) {
            head.brush()
                    .petal(
                            Petal.ROUND,
                            head.x(),
                            y,
                            DOWN + lean,
                            head.r() * 1.25f,
                            head.r() * .8f,
                            head.tone(Faces.GOLD.mix(deep, .3f), .8f),
                            head.tone(head.own(), .6f),
                            1,
                            head.soft());
        }
    }
}
