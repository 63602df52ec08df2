package booth.portrait;

import booth.matting.Cutout;
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
     * discs and do not drown.
     *
     * @param gain of pure white
     */
    Backdrop lamps(float gain) {
        float[][] brighter = new float[3][share.length];
        for (int i = 0; i < share.length; i++) {
            float luma = .2126f * light[0][i] + .7152f * light[1][i] + .0722f * light[2][i];
            float lamp = Math.max(0, (luma - LAMP) / (1 - LAMP));
            float factor = 1 + (gain - 1) * lamp * lamp;
            for (int k = 0; k < 3; k++) brighter[k][i] = light[k][i] * factor;
        }
        return new Backdrop(width, height, brighter, share);
    }
}
