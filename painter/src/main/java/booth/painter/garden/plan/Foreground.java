package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Leafage;
import booth.painter.garden.plant.Flower;
import booth.painter.garden.wish.Mood;
import booth.painter.garden.wish.Season;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Brush;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;
import java.util.List;

/** What is right before the lens: large soft blossoms at the foot, a branch that hangs into the picture. */
final class Foreground {
    private Foreground() {}

    static void paint(Garden garden, boolean close) {
        if (close) {
            large(garden);
        } else if (garden.chance(.6)) {
            corners(garden);
        }
        if (!close && garden.chance(garden.mood() == Mood.FEAR || garden.mood() == Mood.ANGRY ? .95 : .5)) {
            branch(garden);
        }
    }

    /** Big blossoms, in focus, in a loose triangle; smaller ones behind them out of it. */
    private static void large(Garden garden) {
        List<Species> kinds = garden.kinds();
        float width = garden.canvas().width;
        float height = garden.canvas().height;
        float size = Math.min(width, height);
        int behind = 7;
        int count = behind + (width > height ? 6 : 7);
        float start = garden.between(0, 1);
        Species hero = garden.oneOf(kinds);
        for (int i = 0; i < count; i++) {
            boolean soft = i < behind;
            float t = (i * .618034f + start) % 1;
            float x = width * (.02f + .96f * t);
            float rise = soft ? garden.between(.42, .78) : garden.between(.5, .92);
            float y = height * rise;
            float r = size
                    * (soft ? garden.between(.06, .1) : .09f + .09f * (rise - .4f) / .5f * garden.between(.8, 1.2));
            Species kind = soft || garden.chance(.35) ? garden.oneOf(kinds) : hero;
            if (kind == Species.SNOWDROP || kind == Species.PITCHER || kind == Species.BELL) {
                r *= .62f;
            }
            stalk(garden, x, y, r, height, soft ? r * .1f : 1.3f);
            new Flower(garden, kind, garden.petal()).blossom(x, y, r, soft ? r * .12f : 1.3f, garden.between(.7, .98));
        }
    }

    private static void stalk(Garden garden, float x, float y, float r, float bottom, float soft) {
        Leafage leaves = garden.look().leaves().get(0);
        Rgb dark = garden.tone(leaves.dark(), .4f, 0);
        Rgb bright = garden.tone(leaves.bright(), .75f, 0);
        Brush brush = garden.brush();
        float sway = garden.between(-.8, .8) * r;
        brush.curve(
                x,
                y,
                x + sway * .2f,
                (y + bottom) / 2,
                x + sway,
                bottom + r,
                r * .14f,
                r * .17f,
                dark.mix(bright, .35f),
                soft);
        for (int i = 0; i < 4; i++) {
            float from = y + (bottom - y) * garden.between(.25, 1) + r * .4f;
            float lean = garden.between(-1.3, 1.3);
            brush.petal(
                    Petal.POINTED,
                    x + sway * .5f,
                    from,
                    -1.5708f + lean,
                    r * garden.between(1.2, 2.2),
                    r * garden.between(.4, .65),
                    dark,
                    bright,
                    1,
                    soft);
        }
    }

    private static void corners(Garden garden) {
        List<Species> kinds = garden.kinds();
        float width = garden.canvas().width;
        float height = garden.canvas().height;
        float size = Math.min(width, height);
        boolean left = garden.chance(.5);
        Rgb petal = garden.petal();
        Species kind = garden.oneOf(kinds);
        for (int i = 0; i < 6; i++) {
            boolean other = i > 3;
            float x = garden.between(0, .26) * width;
            x = left != other ? x : width - x;
            float y = height * garden.between(.84, 1.03);
            float r =
                    size * garden.between(.06, .105) * (kind == Species.PITCHER || kind == Species.SNOWDROP ? .6f : 1);
            float soft = r * .22f;
            stalk(garden, x, y, r, height + r, soft);
            new Flower(garden, kind, garden.chance(.7) ? petal : garden.petal()).blossom(x, y, r, soft, .85f);
        }
    }

    /** Comes in from an upper corner and forks; leaves, blossoms, snow or thorns as season and mood have it. */
    private static void branch(Garden garden) {
        float width = garden.canvas().width;
        float height = garden.canvas().height;
        boolean left = garden.chance(.5);
        float reach = Math.min(width, height) * garden.between(.4, .62);
        float x = left ? -10 : width + 10;
        float y = height * garden.between(0, .14);
        float way = left ? 1 : -1;
        int twigs = garden.mood() == Mood.FEAR ? 4 : 3;
        for (int i = 0; i < twigs; i++) {
            float endX = x + way * reach * garden.between(.55, 1);
            float endY = y + reach * (garden.between(-.05, .12) + .16f * i);
            twig(garden, x, y, endX, endY, reach * .045f, 2);
        }
    }

    private static void twig(Garden garden, float x, float y, float endX, float endY, float thick, int level) {
        float bendX = (x + endX) / 2 + garden.between(-.1, .1) * (endX - x);
        float bendY = (y + endY) / 2 - Math.abs(endX - x) * garden.between(.02, .2);
        Rgb bark = garden.tone(Rgb.hex(garden.mood() == Mood.FEAR ? 0x1A1E1A : 0x4A382C), .35f, 0);
        garden.brush().curve(x, y, bendX, bendY, endX, endY, thick, thick * .35f, bark, 1.6f);
        if (garden.look().snow() > .3f) {
            Rgb snow = garden.tone(Rgb.hex(0xF4F8FF), .95f, 0);
            float lift = thick * .45f;
            garden.brush()
                    .curve(
                            x,
                            y - lift,
                            bendX,
                            bendY - lift,
                            endX,
                            endY - lift * .5f,
                            thick * .55f,
                            thick * .3f,
                            snow,
                            1.6f);
        }
        boolean bare = garden.winter() || garden.mood() == Mood.FEAR || garden.mood() == Mood.ANGRY;
        int stations = 7;
        for (int i = 1; i <= stations; i++) {
            float t = i / (float) stations;
            float q = 1 - t;
            float px = q * q * x + 2 * q * t * bendX + t * t * endX;
            float py = q * q * y + 2 * q * t * bendY + t * t * endY;
            dress(garden, px, py, thick * (1 - .6f * t), bare);
            if (level > 0 && i % 2 == 0) {
                float length = Math.abs(endX - x) * garden.between(.25, .45);
                float lean = garden.between(.2, 1) * (garden.chance(.7) ? 1 : -.5f);
                twig(garden, px, py, px + Math.signum(endX - x) * length, py + length * lean, thick * .5f, level - 1);
            }
        }
    }

    private static void dress(Garden garden, float x, float y, float thick, boolean bare) {
        Brush brush = garden.brush();
        float size = Math.min(garden.canvas().width, garden.canvas().height) * .03f;
        if (garden.mood() == Mood.ANGRY) {
            Rgb thorn = garden.tone(Rgb.hex(0x2A0C0A), .4f, 0);
            float angle = garden.between(0, 6.28);
            brush.petal(Petal.CUP, x, y, angle, size * .9f, size * .28f, thorn, thorn, 1, 1.3f);
        }
        if (bare) {
            return;
        }
        if (garden.wish().season() == Season.SPRING) {
            for (int i = 0; i < 2; i++) {
                new Flower(garden, Species.CHERRY, garden.petal().mix(Rgb.hex(0xFFC0DA), .5f))
                        .blossom(
                                x + garden.between(-1, 1) * size,
                                y + garden.between(-.7, 1) * size,
                                size * garden.between(.6, 1),
                                1.8f,
                                garden.between(.7, 1));
            }
            return;
        }
        Leafage leaves = garden.leaf();
        for (int i = 0; i < 3; i++) {
            float angle = 1.2f + garden.between(-1.6, 1.6);
            Rgb own = leaves.dark().mix(leaves.bright(), garden.between(.2, 1));
            brush.petal(
                    Petal.POINTED,
                    x,
                    y,
                    angle,
                    size * garden.between(1.2, 2),
                    size * .75f,
                    garden.tone(own.times(.6f), .5f, 0),
                    garden.tone(own, .9f, 0),
                    1,
                    1.8f);
        }
    }
}
