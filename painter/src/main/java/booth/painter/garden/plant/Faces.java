package booth.painter.garden.plant;

import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** Blossoms that look at one: petals around a heart. */
final class Faces {
    static final Rgb GOLD = Rgb.hex(0xFFC629);
    static final Rgb DARK_HEART = Rgb.hex(0x3A2414);
    private static final Rgb UMBER = Rgb.hex(0x6B3F16);
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final float ROUND = (float) (2 * Math.PI);

    private Faces() {}

    static void daisy(Head head) {
        int petals = 13 + (int) head.garden().between(0, 6);
        float turn = head.garden().between(0, 1);
        for (int layer = 0; layer < 2; layer++) {
            for (int i = 0; i < petals; i++) {
                float angle = turn + layer * .2f + i * ROUND / petals;
                head.ray(
                        Petal.SPOON,
                        angle,
                        .18f,
                        head.garden().between(.9, 1.04) - .08f * layer,
                        .27f,
                        head.own().times(layer == 0 ? .7f : .84f),
                        head.own());
            }
        }
        heart(head, .3f, GOLD, Rgb.hex(0xC87A14));
    }

    static void sunflower(Head head) {
        int petals = 19;
        float turn = head.garden().between(0, 1);
        Rgb tip = head.own().mix(GOLD, .25f);
        for (int layer = 0; layer < 2; layer++) {
            for (int i = 0; i < petals; i++) {
                float angle = turn + layer * .17f + i * ROUND / petals;
                float reach = head.garden().between(.9, 1.08) - .1f * layer;
                head.ray(Petal.POINTED, angle, .3f, reach, .26f, tip.mix(UMBER, .45f - .2f * layer), tip);
            }
        }
        heart(head, .46f, UMBER, DARK_HEART);
    }

    static void poppy(Head head) {
        float turn = head.garden().between(0, 6);
        for (int i = 0; i < 5; i++) {
            float angle = turn + i * ROUND * .4f;
            head.ray(
                    Petal.ROUND,
                    angle,
                    -.1f,
                    head.garden().between(.92, 1.05),
                    1.2f,
                    head.own().mix(DARK_HEART, .55f),
                    head.own());
        }
        heart(head, .2f, Rgb.hex(0x2A3A1C), Rgb.hex(0x140C14));
        for (int i = 0; i < 12; i++) {
            float angle = turn + i * ROUND / 12;
            head.brush()
                    .dot(
                            head.x() + .3f * head.r() * (float) Math.cos(angle),
                            head.y() + .3f * head.r() * head.squash() * (float) Math.sin(angle),
                            head.r() * .035f,
                            head.tone(Rgb.hex(0x181018), .6f),
                            .9f,
                            head.soft());
        }
    }

    static void cherry(Head head) {
        float turn = head.garden().between(0, 6);
        for (int i = 0; i < 5; i++) {
            head.ray(
                    Petal.NOTCHED,
                    turn + i * ROUND / 5,
                    .04f,
                    1,
                    .78f,
                    head.own().mix(Rgb.hex(0xE0407E), .38f),
                    head.own().mix(Rgb.WHITE, .35f));
        }
        for (int i = 0; i < 9; i++) {
            float angle = turn + i * ROUND / 9;
            float reach = head.r() * head.garden().between(.2, .42);
            float toX = head.x() + reach * (float) Math.cos(angle);
            float toY = head.y() + reach * head.squash() * (float) Math.sin(angle);
            float thin = Math.max(.5f, head.r() * .025f);
            head.brush()
                    .line(
                            head.x(),
                            head.y(),
                            toX,
                            toY,
                            thin,
                            thin,
                            head.tone(Rgb.hex(0xD8527E), .6f),
                            .7f,
                            head.soft());
            head.brush().dot(toX, toY, head.r() * .05f, head.tone(GOLD, .9f), 1, head.soft());
        }
    }

    /** Rings of petals that turn inward, each ring darker in its depth. */
    static void rose(Head head) {
        float turn = head.garden().between(0, 6);
        Rgb deep = head.own().times(.5f);
        int rings = head.r() > 11 ? 5 : 3;
        for (int ring = 0; ring < rings; ring++) {
            float t = ring / (float) rings;
            int petals = 7 - ring;
            for (int i = 0; i < petals; i++) {
                float angle = turn + ring * .5f + i * ROUND / petals;
                head.ray(
                        Petal.ROUND,
                        angle,
                        -.12f,
                        (1 - .8f * t) * head.garden().between(.92, 1.06),
                        (1.02f - .75f * t) * 1.05f,
                        deep.mix(head.own(), .15f + .3f * t),
                        head.own().mix(Rgb.WHITE, .06f + .1f * (1 - t)));
            }
        }
        head.brush()
                .dab(
                        head.x(),
                        head.y(),
                        head.r() * .1f,
                        head.r() * .08f,
                        turn,
                        head.tone(deep, .4f),
                        .8f,
                        head.soft() * 1.5f);
    }

    static void dahlia(Head head) {
        float turn = head.garden().between(0, 6);
        int rings = head.r() > 13 ? 6 : 4;
        for (int ring = 0; ring < rings; ring++) {
            float t = ring / (float) rings;
            int petals = Math.max(6, 17 - ring * 2);
            for (int i = 0; i < petals; i++) {
                float angle = turn + ring * .31f + i * ROUND / petals;
                head.ray(
                        Petal.POINTED,
                        angle,
                        .02f,
                        1 - .84f * t,
                        .3f - .12f * t,
                        head.own().times(.45f + .2f * t),
                        head.own().mix(Rgb.WHITE, .2f * (1 - t)));
            }
        }
        heart(head, .1f, head.own().mix(GOLD, .5f), head.own().times(.5f));
    }

    /** A domed disc of seeds in the order of the golden angle. */
    private static void heart(Head head, float size, Rgb bright, Rgb dark) {
        float r = head.r() * size;
        head.brush().dab(head.x(), head.y() + r * .1f, r, r * head.squash(), 0, head.tone(dark, .45f), 1, head.soft());
        int seeds = Math.min(60, (int) (r * r * .35f));
        for (int i = 0; i < seeds; i++) {
            double angle = i * GOLDEN_ANGLE;
            float out = r * .92f * (float) Math.sqrt((i + .5f) / seeds);
            float sx = head.x() + out * (float) Math.cos(angle);
            float sy = head.y() + out * head.squash() * (float) Math.sin(angle);
            float lit = head.lit((float) angle) * .6f + .3f;
            Rgb seed = bright.mix(dark, i % 3 == 0 ? .5f : .1f);
            head.brush().dot(sx, sy, Math.max(.7f, r * .11f), head.tone(seed, lit), .9f, head.soft());
        }
    }
}
