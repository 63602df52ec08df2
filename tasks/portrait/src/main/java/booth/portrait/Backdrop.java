package booth.portrait;

import booth.matting.Cutout;
import booth.matting.raster.Blur;
import booth.matting.raster.Curve;
import booth.matting.raster.LinearLight;

/**
 * What stands behind the people of a photo, in linear light, and how surely each pixel shows it.
 *
 * @param light planes of red, green and blue
 * @param share 1 where nobody stands, 0 where somebody covers all
 */
record Backdrop(int width, int height, float[][] light, float[] share) {
    /** Light from here on is a lamp or a reflex, brighter than the photo could show. */
    private static final float LAMP = .72f;

    /** How far around it a lamp stands alone, as a part of the longer side. */
    private static final float AROUND = .02f;

    /** Of the pixels there this part is bright around a lamp, and that part beside a window. */
    private static final float SINGLE = .12f;

    private static final float WINDOW = .36f;

    static Backdrop of(Cutout people) {
        int count = people.width() * people.height();
        float[][] light = new float[3][count];
        float[] share = new float[count];
        float[] colour = new float[3];
        for (int i = 0; i < count; i++) {
            float free = 1 - people.alpha()[i];
            share[i] = free * free;
            people.behind(colour, i);
            for (int k = 0; k < 3; k++) light[k][i] = LinearLight.of(colour[k]);
        }
        return new Backdrop(people.width(), people.height(), light, share);
    }

    /**
     * The same with its lamps as bright as they may have been before the sensor cut them off, so that they open into
     * discs and do not drown. A window or a white wall is no lamp: it is bright, too, but so is what is around it.
     *
     * @param gain of pure white
     */
    Backdrop lamps(float gain) {
        float[] lamp = new float[share.length];
        for (int i = 0; i < lamp.length; i++) {
            float luma = .2126f * light[0][i] + .7152f * light[1][i] + .0722f * light[2][i];
            lamp[i] = Curve.clamp((luma - LAMP) / (1 - LAMP));
        }
        float[] around = lamp.clone();
        Blur.box(around, width, height, Math.max(1, Math.round(AROUND * Math.max(width, height))));
        float[][] brighter = new float[3][share.length];
        for (int i = 0; i < lamp.length; i++) {
            float single = Curve.step(WINDOW, SINGLE, around[i]);
            float factor = 1 + (gain - 1) * lamp[i] * lamp[i] * single;
            for (int k = 0; k < 3; k++) brighter[k][i] = light[k][i] * factor;
        }
        return new Backdrop(width, height, brighter, share);
    }
}
