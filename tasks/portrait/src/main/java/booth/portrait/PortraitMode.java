package booth.portrait;

import booth.matting.Cutout;
import booth.matting.raster.LinearLight;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;

/**
 * Puts people, sharp, before a backdrop that is not. Where a person covers a pixel wholly it stays what it was, bit for
 * bit; where only in part, their own colour is taken out of the mixture and mixed in linear light with what is behind
 * them now.
 */
final class PortraitMode {
    private final Cutout people;
    private final Backdrop backdrop;

    /**
     * @param photo TYPE_INT_RGB; not changed
     * @param alpha one number a pixel, row by row: 0 is background, 1 a person
     */
    PortraitMode(BufferedImage photo, float[] alpha) {
        people = Cutout.of(photo, alpha);
        backdrop = Backdrop.of(people);
    }

    /** A new TYPE_INT_RGB picture of the photo's size. */
    BufferedImage picture(PortraitStyle style) {
        float[][] behind = style.backdrop(people, backdrop);
        BufferedImage picture = new BufferedImage(people.width(), people.height(), BufferedImage.TYPE_INT_RGB);
        int[] to = Pixels.of(picture);
        float[] person = new float[3];
        for (int i = 0; i < to.length; i++) to[i] = pixel(i, person, behind);
        return picture;
    }

    private int pixel(int i, float[] person, float[][] behind) {
        float a = people.alpha()[i];
        if (a >= 1) return people.pixels()[i] & 0xffffff;
        if (a > 0) people.person(person, i, a);
        return Pixels.pack(
                mix(a, person[0], behind[0][i]), mix(a, person[1], behind[1][i]), mix(a, person[2], behind[2][i]));
    }

    private static float mix(float a, float person, float behind) {
        float light = Math.min(1, behind);
        return LinearLight.number(a > 0 ? a * LinearLight.of(person) + (1 - a) * light : light);
    }
}
