package booth.painter.garden.plan;

import booth.matting.raster.Curve;
import booth.painter.garden.look.Garden;
import booth.painter.raster.Rgb;

/** A sky that turns in spirals, laid down in strokes, with one sun too many: nobody knows where to look. */
final class Whirls {
    private static final int CENTRES = 4;

    private Whirls() {}

    static void paint(Garden garden) {
        float width = garden.canvas().width;
        float bottom = garden.stage().horizon();
        float[][] centres = new float[CENTRES][];
        for (int i = 0; i < CENTRES; i++) {
            centres[i] = new float[] {
                width * (i + garden.between(.2, .8)) / CENTRES,
                bottom * garden.between(.15, .8),
                bottom * garden.between(.2, .45),
                garden.chance(.5) ? 1 : -1
            };
        }
        float unit = garden.unit();
        int strokes = (int) (width * bottom / (unit * unit) / 70);
        for (int i = 0; i < strokes; i++) {
            stroke(garden, garden.between(0, width), garden.between(0, bottom), centres);
        }
        for (int i = 0; i < 2; i++) {
            float r = unit * garden.between(20, 34);
            Rgb sun = garden.petal().mix(Rgb.WHITE, .5f);
            garden.canvas().glow(centres[i][0], centres[i][1], r * 4, sun, .5f);
            garden.brush().dot(centres[i][0], centres[i][1], r, sun, .8f, r * .3f);
        }
    }

    private static void stroke(Garden garden, float x, float y, float[][] centres) {
        float fx = .5f;
        float fy = .12f;
        float ring = 0;
        for (float[] centre : centres) {
            float dx = x - centre[0];
            float dy = y - centre[1];
            float distance = Curve.hypot(dx, dy) + 1;
            float pull = (float) Math.exp(-distance / centre[2]) * 3 * centre[3];
            fx += (-dy / distance - .25f * dx / distance) * pull;
            fy += (dx / distance - .25f * dy / distance) * pull;
            ring += (float) Math.sin(distance / (garden.unit() * 13)) * Math.abs(pull);
        }
        Rgb low = garden.look().sky().zenith();
        Rgb high = garden.look().sky().horizon();
        float tone = Curve.clamp(.35f + .4f * ring + .3f * y / garden.stage().horizon() + garden.between(-.15, .15));
        Rgb own = low.mix(high, tone).mix(garden.petal().times(garden.night() ? .5f : 1), .22f);
        float length = garden.unit() * garden.between(8, 17);
        garden.brush().dab(x, y, length, length * .2f, (float) Math.atan2(fy, fx), own, .75f, 1.2f);
    }
}
