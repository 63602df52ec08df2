package booth.painter.garden.plant;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Leafage;
import booth.painter.garden.wish.Mood;
import booth.painter.raster.Brush;
import booth.painter.raster.Rgb;

/** A tree: wood that forks, and a crown of leaves around its twigs, lit from the sun's side. */
public final class Tree {
    private static final Rgb BARK = Rgb.hex(0x54402F);
    private static final Rgb SNOW = Rgb.hex(0xF2F7FF);
    private static final int MOST_TWIGS = 260;

    private final Garden garden;
    private final Leafage leaves;
    private final boolean bare;
    private final float hang;
    private final float metres;
    private final float[] twigX = new float[MOST_TWIGS];
    private final float[] twigY = new float[MOST_TWIGS];
    private int twigs;

    private Tree(Garden garden, Leafage leaves, boolean bare, float hang, float metres) {
        this.garden = garden;
        this.leaves = leaves;
        this.bare = bare;
        this.hang = hang;
        this.metres = metres;
    }

    /** As the season and the mood have it: in blossom, green, turned, or bare. */
    public static Tree grown(Garden garden, float metres) {
        boolean bare =
                garden.winter() || garden.mood() == Mood.FEAR || garden.mood() == Mood.ANGRY && garden.chance(.5);
        return switch (garden.wish().season()) {
            case SPRING ->
                garden.chance(.65) ? blossoming(garden, metres) : new Tree(garden, garden.leaf(), bare, 0, metres);
            default -> new Tree(garden, garden.leaf(), bare, 0, metres);
        };
    }

    public static Tree blossoming(Garden garden, float metres) {
        Rgb petal = garden.petal().mix(Rgb.hex(0xFFC4DC), .35f);
        return new Tree(
                garden,
                new Leafage(petal.times(.62f), petal.mix(Rgb.WHITE, .45f)),
                garden.mood() == Mood.FEAR,
                0,
                metres);
    }

    public static Tree willow(Garden garden, float metres) {
        return new Tree(garden, garden.look().leaves().get(0), garden.winter(), 1, metres);
    }

    /** Stands at a place of the ground; tall in pixels. */
    public void paint(float x, float y, float tall) {
        garden.shadow(x, y, tall * .2f, tall * .8f);
        twigs = 0;
        Rgb bark = garden.tone(garden.mood() == Mood.FEAR ? BARK.times(.45f) : BARK, .35f, metres);
        boolean crooked = garden.mood() == Mood.FEAR || garden.mood() == Mood.ANGRY || garden.mood() == Mood.CONFUSED;
        fork(
                x,
                y,
                tall * (bare ? .27f : .25f),
                -1.5708f + garden.between(-.08, .08),
                tall * .058f,
                bare ? 7 : 6,
                bark,
                crooked ? .5f : .16f);
        if (!bare) {
            crown(x, y, tall);
        } else if (garden.look().snow() > .3f) {
            frost(tall);
        }
    }

    private void fork(float x, float y, float length, float angle, float thick, int level, Rgb bark, float crooked) {
        float toX = x + length * (float) Math.cos(angle);
        float toY = y + length * (float) Math.sin(angle);
        Brush brush = garden.brush();
        brush.line(x, y, toX, toY, thick, thick * .72f, bark, 1, 1.1f);
        if (thick > 3) {
            float side = garden.side() * thick * .22f;
            Rgb lit = garden.tone(BARK.times(1.5f), .9f, metres);
            brush.line(x + side, y, toX + side * .7f, toY, thick * .3f, thick * .2f, lit, .45f, thick * .3f);
        }
        if (garden.look().snow() > .3f && thick > 1.4f && Math.abs(Math.cos(angle)) > .35) {
            brush.line(
                    x,
                    y - thick * .4f,
                    toX,
                    toY - thick * .35f,
                    thick * .5f,
                    thick * .35f,
                    garden.tone(SNOW, .85f, metres),
                    .9f,
                    1);
        }
        if (level <= 3 && twigs < MOST_TWIGS) {
            twigX[twigs] = toX;
            twigY[twigs++] = toY;
        }
        if (level > 0) {
            for (int k = -1; k <= 1; k += 2) {
                float turn = k * garden.between(.22, .58) + garden.between(-crooked, crooked);
                fork(toX, toY, length * garden.between(.66, .88), angle + turn, thick * .68f, level - 1, bark, crooked);
            }
        }
    }

    /** Dark masses first, light ones over them, single leaves last. */
    private void crown(float x, float y, float tall) {
        float leaf = Math.max(1.1f, Math.min(tall * .016f, 4.6f * garden.unit()));
        float middle = y - tall * .68f;
        float spread = tall * .13f;
        int each = Math.max(6, Math.min(22, (int) (spread * spread / (leaf * leaf) * .9f)));
        for (int pass = 0; pass < 3; pass++) {
            for (int i = 0; i < twigs; i++) {
                if (twigs > 130 && i % 2 == 0 && pass == 0) {
                    continue;
                }
                for (int k = 0; k < each; k++) {
                    leafAt(
                            twigX[i],
                            twigY[i],
                            x,
                            middle,
                            tall,
                            spread * (pass == 0 ? .78f : 1.05f - .2f * pass),
                            leaf,
                            pass);
                }
            }
        }
    }

    private void leafAt(
            float twigX, float twigY, float x, float middle, float tall, float spread, float leaf, int pass) {
        float ox = scattered() * spread * .55f;
        float oy = scattered() * spread * .42f;
        float px = twigX + ox + garden.side() * pass * spread * .2f;
        float py = twigY + oy - pass * spread * .22f + hang * garden.between(0, tall * .38f);
        float high = (middle - py) / (tall * .4f);
        float sunny = garden.side() * (px - x) / (tall * .4f);
        float lit = .16f + .27f * pass + .2f * high + .16f * sunny + garden.between(-.1, .1);
        Rgb colour = leaves.dark().mix(leaves.bright(), Math.max(0, Math.min(1, lit)));
        boolean snowed = pass == 2 && garden.chance(garden.look().snow() * .75f);
        float size = leaf * (pass == 0 ? 1.9f : 1) * garden.between(.7, 1.3);
        float angle = hang > 0 ? 1.5708f + garden.between(-.2, .2) : garden.between(0, 3.14);
        garden.brush()
                .dab(
                        px,
                        py,
                        size * (hang > 0 ? 1.9f : 1.15f),
                        size * .62f,
                        angle,
                        garden.tone(snowed ? SNOW : colour, Math.max(.1f, lit + .15f), metres),
                        .92f,
                        1.1f);
    }

    private void frost(float tall) {
        for (int i = 0; i < twigs; i++) {
            garden.brush()
                    .dot(
                            twigX[i],
                            twigY[i],
                            tall * garden.between(.006, .016),
                            garden.tone(SNOW, .9f, metres),
                            .7f,
                            1.6f);
        }
    }

    /** Gaussian, but nothing flies off. */
    private float scattered() {
        return (float) Math.max(-1.7, Math.min(1.7, garden.stage().dice().nextGaussian()));
    }
}
