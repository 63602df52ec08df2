package booth.painter.garden.plant;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Leafage;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** Foliage without a trunk: bushes, clipped balls, cypresses, firs, tufts of grass. */
public final class Shrub {
    private static final Rgb SNOW = Rgb.hex(0xF4F8FF);

    private Shrub() {}

    /** A heap of leaves with, perhaps, blossoms in it; half its width and its height in pixels. */
    public static void bush(
            Garden garden,
            float x,
            float y,
            float half,
            float tall,
            float metres,
            Leafage leaves,
            float bloom,
            Rgb petal) {
        garden.shadow(x, y, half * .9f, tall * .6f);
        float leaf = Math.max(1, Math.min(half * .085f, 4.2f * garden.unit()));
        int count = (int) Math.max(40, Math.min(1500, half * tall / (leaf * leaf) * 1.7f));
        for (int i = 0; i < count; i++) {
            float t = i / (float) count;
            float angle = garden.between(0, Math.PI);
            float out = (float) Math.sqrt(garden.between(0, 1)) * (1.04f - .2f * t);
            float ox = out * (float) Math.cos(angle);
            float oy = out * (float) Math.sin(angle);
            float lit = .1f + .3f * t + .4f * oy + .25f * ox * garden.side() + garden.between(-.12, .12);
            boolean flower = t > .5f && garden.chance(bloom);
            boolean snowed = t > .6f && oy > .45f && garden.chance(garden.look().snow() * .9f);
            Rgb own =
                    snowed ? SNOW : flower ? petal : leaves.dark().mix(leaves.bright(), Math.max(0, Math.min(1, lit)));
            float size = leaf * garden.between(.7, 1.4) * (t < .3f ? 1.7f : 1) * (flower ? 1.25f : 1);
            garden.brush()
                    .dab(
                            x + ox * half,
                            y - oy * tall,
                            size,
                            flower ? size * .9f : size * .62f,
                            garden.between(0, 3.14),
                            garden.tone(own, Math.max(.12f, lit + .2f), metres),
                            .94f,
                            1.1f);
        }
    }

    /** A slim column or a cone of dark green: cypresses (narrow) and firs (wide). */
    public static void spire(Garden garden, float x, float y, float half, float tall, float metres) {
        garden.shadow(x, y, half, tall * .8f);
        Leafage leaves = garden.look().leaves().get(0);
        Rgb dark = leaves.dark().mix(Rgb.hex(0x16352C), .5f);
        float leaf = Math.max(1, Math.min(half * .3f, 7 * garden.unit()));
        int count = (int) Math.max(60, Math.min(1100, half * tall / (leaf * leaf) * 1.6f));
        boolean fir = half > tall * .2f;
        for (int i = 0; i < count; i++) {
            float up = fir ? 1 - (float) Math.sqrt(garden.between(0, 1)) : garden.between(0, 1);
            float tier = fir ? .72f + .28f * (1 - up * 7 % 1) : 1;
            float wide = (fir ? 1 - up : (float) Math.sin(Math.PI * Math.min(.96, .3 + up * .68))) * tier;
            float ox = garden.between(-1, 1) * wide;
            float lit = .28f + .3f * up + .4f * ox * garden.side() + garden.between(-.14, .14);
            boolean snowed = garden.chance(garden.look().snow() * .5f) && lit > .3f;
            Rgb own = snowed ? SNOW : dark.mix(leaves.bright(), Math.max(0, Math.min(.8f, lit)));
            float droop = fir ? (ox < 0 ? 2.6f : .55f) : 1.57f;
            garden.brush()
                    .dab(
                            x + ox * half,
                            y - up * tall,
                            leaf * garden.between(.8, 1.5),
                            leaf * .5f,
                            droop + garden.between(-.3, .3),
                            garden.tone(own, Math.max(.1f, lit + .15f), metres),
                            .94f,
                            1.1f);
        }
    }

    /** A few blades of grass. */
    public static void tuft(Garden garden, float x, float y, float tall, float metres, Leafage leaves) {
        int blades = tall > 16 ? 5 : 3;
        for (int i = 0; i < blades; i++) {
            float lean = garden.between(-.5, .5);
            Rgb own = leaves.dark().mix(leaves.bright(), garden.between(.3, 1));
            garden.brush()
                    .petal(
                            Petal.POINTED,
                            x + garden.between(-.2, .2) * tall,
                            y,
                            -1.5708f + lean,
                            tall * garden.between(.6, 1.1),
                            Math.max(1.3f, tall * .1f),
                            garden.tone(own.times(.6f), .5f, metres),
                            garden.tone(own, .9f, metres),
                            .9f,
                            1);
        }
    }
}
