package booth.painter.garden.plant;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** Blossoms made of many small ones. */
final class Clusters {
    private static final float ROUND = (float) (2 * Math.PI);

    private Clusters() {}

    /** A spike of whorls, thinner and paler toward its end. */
    static void lavender(Head head) {
        Garden garden = head.garden();
        float r = head.r();
        float lean = garden.between(-.2, .2);
        int whorls = 9;
        for (int i = 0; i < whorls; i++) {
            float t = i / (whorls - 1f);
            float y = head.y() + r * (1.7f - 3.6f * t);
            float x = head.x() + lean * r * (3.6f * t - 1);
            float size = r * (.46f - .26f * t);
            for (int k = -1; k <= 1; k++) {
                Rgb colour = head.own().mix(Rgb.WHITE, garden.between(0, .25)).times(k == 0 ? 1 : .8f);
                float lit = .6f + .3f * k * garden.side();
                head.brush()
                        .petal(
                                Petal.ROUND,
                                x,
                                y + size * .4f,
                                (float) (-Math.PI / 2) + k * .95f,
                                size * 1.5f,
                                size,
                                head.tone(colour.times(.6f), lit),
                                head.tone(colour, lit + .2f),
                                1,
                                head.soft());
            }
        }
    }

    /** A ball of four-petalled florets, lit as one ball. */
    static void hydrangea(Head head) {
        Garden garden = head.garden();
        float r = head.r();
        head.brush()
                .dab(
                        head.x(),
                        head.y(),
                        r * .95f,
                        r * .85f,
                        0,
                        head.tone(head.own().times(.5f), .3f),
                        1,
                        head.soft());
        int florets = r > 14 ? 46 : 22;
        float size = r * (r > 14 ? .2f : .28f);
        for (int i = 0; i < florets; i++) {
            float angle = (float) (i * 2.399963);
            float out = (float) Math.sqrt((florets - i - .5f) / florets) * .88f;
            float ox = out * (float) Math.cos(angle);
            float oy = out * (float) Math.sin(angle) * .9f;
            float lit = .55f - .42f * oy + .28f * garden.side() * ox;
            Rgb colour = head.own().mix(i % 4 == 0 ? Rgb.WHITE : Rgb.hex(0xC8A0E0), i % 4 == 0 ? .35f : .12f);
            floret(head, head.x() + ox * r, head.y() + oy * r, size, colour, lit);
        }
    }

    private static void floret(Head head, float x, float y, float size, Rgb colour, float lit) {
        float turn = head.garden().between(0, 1.6);
        for (int k = 0; k < 4; k++) {
            head.brush()
                    .petal(
                            Petal.ROUND,
                            x,
                            y,
                            turn + k * ROUND / 4,
                            size,
                            size * .95f,
                            head.tone(colour.times(.78f), lit),
                            head.tone(colour, lit + .1f),
                            1,
                            head.soft());
        }
        head.brush().dot(x, y, size * .12f, head.tone(Rgb.hex(0xF4F0C0), lit), .9f, head.soft());
    }
}
