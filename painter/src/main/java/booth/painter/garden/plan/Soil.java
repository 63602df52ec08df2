package booth.painter.garden.plan;

import booth.matting.raster.Curve;
import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Ground;
import booth.painter.garden.look.Leafage;
import booth.painter.garden.wish.Climate;
import booth.painter.garden.wish.Season;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;

/** The ground itself, before anything grows on it: lawn, earth, gravel, flags, and the snow over them. */
final class Soil {
    private static final Rgb SNOW = Rgb.hex(0xEFF4FC);
    private static final Rgb EARTH = Rgb.hex(0x4A3626);
    private static final Rgb GRAVEL = Rgb.hex(0xD2BE9C);
    private static final Rgb FLAGS = Rgb.hex(0xB4AA9E);

    private final Garden garden;
    private final Layout layout;
    private final boolean wet;

    Soil(Garden garden, Layout layout) {
        this.garden = garden;
        this.layout = layout;
        wet = garden.wish().climate() == Climate.RAINY;
    }

    void paint() {
        Ground ground = garden.ground();
        Noise noise = garden.stage().noise();
        Leafage lawn = garden.look().leaves().get(0);
        Rgb turf = lawn.dark().mix(lawn.bright(), .55f);
        if (garden.wish().season() == Season.WINTER) {
            turf = turf.mix(Rgb.hex(0x9A9478), .45f);
        }
        Rgb grass = turf;
        float seed = garden.between(0, 100);
        garden.canvas().rows((int) ground.horizon(), garden.canvas().height, (x, y, c) -> {
            float metre = ground.scale(y + .5f);
            float away = ground.away(y + .5f);
            float right = (x - ground.middle()) / metre;
            float fine = noise.at(right * 9 + seed, away * 4);
            float coarse = noise.at(right * .7f + seed, away * .35f);
            float blur = Math.min(.2f, .07f * fine);
            Cover cover = layout.map().at(right + blur, away + blur * 2);
            Rgb own = switch (cover) {
                case LAWN, MEADOW -> grass.times(1 + .13f * coarse + .09f * fine);
                case BED -> EARTH.mix(lawn.dark(), .72f).times(.75f + .12f * fine);
                case HEDGE -> lawn.dark().times(.5f);
                case PATH -> GRAVEL.times(1 + .08f * fine + .07f * coarse);
                case STONE -> flags(right, away, fine);
                case WATER -> garden.look().sky().middle();
            };
            float covered = Curve.step(
                    .42f,
                    -.35f,
                    coarse * .6f + fine * .25f + 1 - 2 * garden.look().snow());
            if (cover != Cover.WATER && covered > 0) {
                own = own.mix(SNOW, covered * (cover == Cover.PATH ? .7f : .96f));
            }
            float lit = .72f + .16f * coarse;
            garden.tone(own, lit, Math.min(away, .75f * garden.look().sight())).over(c, 1);
            if (wet && (cover == Cover.PATH || cover == Cover.STONE)) {
                sheen(x, y, c, coarse, fine);
            }
        });
    }

    private static Rgb flags(float right, float away, float fine) {
        float row = (float) Math.floor(away / .7f);
        float column = (right + (row % 2) * .45f) / .9f;
        float gapX = Math.abs(column - Math.round(column));
        float gapZ = Math.abs(away / .7f - Math.round(away / .7f));
        float joint = Math.min(Curve.step(0, .05f, gapX), Curve.step(0, .07f, gapZ));
        return FLAGS.times((.62f + .38f * joint) * (1 + .08f * fine));
    }

    /** A wet way mirrors the sky, most in its puddles. */
    private void sheen(int x, int y, float[] c, float coarse, float fine) {
        int horizon = (int) garden.ground().horizon();
        int from = Math.max(0, horizon - (int) ((y - horizon) * .8f) - 2 + (int) (fine * 5));
        int o = (from * garden.canvas().width + x) * 3;
        float[] rgb = garden.canvas().rgb;
        float puddle = .3f + .5f * Curve.step(-.1f, .35f, coarse);
        for (int k = 0; k < 3; k++) {
            c[k] = c[k] * (1 - .25f * puddle) + (rgb[o + k] - c[k] * .75f) * puddle * .75f;
        }
    }
}
