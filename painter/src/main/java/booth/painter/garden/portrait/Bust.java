package booth.painter.garden.portrait;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Flower;
import booth.painter.garden.wish.Mood;
import booth.painter.garden.wish.Sitter;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Rgb;
import java.util.List;

/** Head and shoulders of a person before the garden. Skin, hair and dress are drawn from the dice: no one in particular. */
public final class Bust {
    private static final List<Rgb> SKINS = List.of(
            Rgb.hex(0xF6CFB0),
            Rgb.hex(0xEDBE98),
            Rgb.hex(0xF2C8A4),
            Rgb.hex(0xD9A27A),
            Rgb.hex(0xB5774F),
            Rgb.hex(0x8A5738));
    private static final List<Rgb> HAIRS = List.of(
            Rgb.hex(0x241C1C),
            Rgb.hex(0x2E2220),
            Rgb.hex(0x4A2F22),
            Rgb.hex(0x6B4428),
            Rgb.hex(0x8A4A26),
            Rgb.hex(0xC79A52));
    private static final Rgb GREY = Rgb.hex(0xC9C8C6);

    private Bust() {}

    public static void paint(Garden garden, Sitter sitter) {
        float width = garden.canvas().width;
        float height = garden.canvas().height;
        float size = Math.min(width, height);
        boolean child = sitter.age() < 13;
        float half = size * (child ? .16f : .168f);
        Sketch sketch = new Sketch(garden, width / 2, height - size * (child ? .5f : .55f), half);
        Rgb skin = garden.oneOf(SKINS);
        float grey = Math.max(0, Math.min(1, (sitter.age() - 40) / 28f));
        Rgb hair = garden.oneOf(skin.luminance() < .6f ? HAIRS.subList(0, 3) : HAIRS)
                .mix(GREY, grey);
        garden.canvas()
                .glow(
                        sketch.x(),
                        sketch.y(),
                        half * 4.2f,
                        garden.look().sky().horizon().mix(Rgb.WHITE, .4f),
                        .5f);
        Hair locks = new Hair(sketch, sitter, hair);
        locks.behind();
        shoulders(garden, sketch, sitter, skin);
        head(sketch, sitter, skin);
        new Features(sketch, sitter, skin, hair).paint();
        locks.before();
        Spectacles.paint(sketch, sitter);
        bloom(garden, sketch, sitter, size);
    }

    private static void shoulders(Garden garden, Sketch face, Sitter sitter, Rgb skin) {
        Sketch sketch = new Sketch(garden, face.x(), face.y() - face.half() * .26f, face.half());
        Rgb cloth = sitter.mood() == Mood.FEAR
                ? Rgb.hex(0x4A6A62)
                : garden.petal().mix(Rgb.hex(0x2E4A6A), sitter.woman() ? .12f : .55f);
        float wide = sitter.woman() || sitter.age() < 13 ? .88f : 1;
        sketch.shape(
                cloth,
                -2.5f * wide,
                4.6f,
                -2.3f * wide,
                2.9f,
                -1.7f * wide,
                2.25f,
                -.7f,
                1.9f,
                0,
                1.98f,
                .7f,
                1.9f,
                1.7f * wide,
                2.25f,
                2.3f * wide,
                2.9f,
                2.5f * wide,
                4.6f,
                0,
                5);
        sketch.shape(
                skin.times(.86f),
                -.42f,
                .8f,
                -.45f,
                1.55f,
                -.62f,
                1.96f,
                -.3f,
                2.22f,
                0,
                sitter.woman() ? 2.5f : 2.3f,
                .3f,
                2.22f,
                .62f,
                1.96f,
                .45f,
                1.55f,
                .42f,
                .8f);
        sketch.dab(skin.times(.66f), 0, 1.3f, .46f, .24f, .5f, .3f);
        if (sitter.woman()) {
            sketch.curve(cloth.times(.72f), -.72f, 1.88f, -.3f, 2.5f, 0, 2.56f, .05f, .05f);
            sketch.curve(cloth.times(.72f), .72f, 1.88f, .3f, 2.5f, 0, 2.56f, .05f, .05f);
        } else {
            sketch.pair(Rgb.hex(0xF4F2EC), -.5f, 1.72f, -.86f, 1.95f, -.72f, 2.5f, -.06f, 2.42f, -.3f, 2.1f);
            sketch.curve(cloth.times(.7f), 0, 2.44f, .02f, 3, 0, 4.4f, .035f, .035f);
        }
    }

    private static void head(Sketch sketch, Sitter sitter, Rgb skin) {
        float chin = sitter.age() < 13 ? 1.12f : sitter.woman() ? 1.24f : 1.32f;
        float jaw = sitter.woman() || sitter.age() < 13 ? .64f : .74f;
        sketch.dab(skin.times(.9f), -1, .12f, .15f, .26f, 1, 0);
        sketch.dab(skin.times(.9f), 1, .12f, .15f, .26f, 1, 0);
        sketch.shape(
                skin,
                -.97f,
                -.35f,
                -.94f,
                .28f,
                -jaw,
                .86f,
                -.32f,
                chin - .1f,
                0,
                chin,
                .32f,
                chin - .1f,
                jaw,
                .86f,
                .94f,
                .28f,
                .97f,
                -.35f,
                .7f,
                -1.02f,
                0,
                -1.26f,
                -.7f,
                -1.02f);
        Rgb blush = Rgb.hex(0xE8695A).mix(skin, .35f);
        sketch.dab(blush, -.56f, .5f, .24f, .17f, .42f, .3f);
        sketch.dab(blush, .56f, .5f, .24f, .17f, .42f, .3f);
    }

    /** Blossoms: one in her hair or on his lapel, a few at the foot of the picture. */
    private static void bloom(Garden garden, Sketch sketch, Sitter sitter, float size) {
        List<Species> kinds = garden.kinds();
        Species kind = kinds.contains(Species.DAISY) ? Species.DAISY : kinds.get(0);
        float pinX = sitter.woman() ? .98f : -1.15f;
        float pinY = sitter.woman() ? -.72f : 2.85f;
        new Flower(garden, sitter.woman() ? Species.CHERRY : kind, garden.petal())
                .blossom(
                        sketch.x() + pinX * sketch.half(),
                        sketch.y() + pinY * sketch.half(),
                        sketch.half() * .3f,
                        1.2f,
                        .95f);
        for (int i = 0; i < 10; i++) {
            boolean left = i % 2 == 0;
            float x = garden.between(-.02, .2) * garden.canvas().width;
            float y = garden.canvas().height * garden.between(.86, 1.02);
            float r = size * garden.between(.035, .07);
            new Flower(garden, garden.oneOf(kinds), garden.petal())
                    .blossom(left ? x : garden.canvas().width - x, y, r, r * .12f, .9f);
        }
    }
}
