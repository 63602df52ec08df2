package booth.matting;

import booth.matting.raster.Curve;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;

/**
 * The people of a photo, cut out along the rough matte of a segmentation model: a fine matte, and for every pixel the
 * colours that are mixed in it. Not changed after it was made, so threads may share it.
 */
public final class Cutout {
    private final int[] pixels;
    private final int width;
    private final int height;
    private final float[] alpha;
    private final Surroundings people;
    private final Surroundings background;

    private Cutout(BufferedImage photo, float[] alpha, Surroundings people, Surroundings background) {
        this.pixels = Pixels.of(photo);
        this.width = photo.getWidth();
        this.height = photo.getHeight();
        this.alpha = alpha;
        this.people = people;
        this.background = background;
    }

    /**
     * @param photo TYPE_INT_RGB; not changed, and not to be changed afterwards
     * @param rough one number a pixel, row by row: 0 is background, 1 a person; not changed
     */
    public static Cutout of(BufferedImage photo, float[] rough) {
        float[] alpha = Matte.refine(photo, rough);
        Surroundings people = new Surroundings(photo, alpha, true);
        Surroundings background = new Surroundings(photo, alpha, false);
        Carving.carve(photo, alpha, people, background);
        return new Cutout(photo, alpha, people, background);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The fine matte: how much of each pixel a person covers, row by row. To be read only. */
    public float[] alpha() {
        return alpha;
    }

    /** The photo's pixels, row by row. To be read only. */
    public int[] pixels() {
        return pixels;
    }

    /**
     * The person's own colour at pixel {@code i}. The photo shows a·F + (1−a)·B; with the neighbourhood's F₀ and B₀ that
     * gives F ≈ I + (1−a)(F₀−B₀), which keeps the strands of the hair, drawn toward F₀ where little of the person is left
     * in the pixel.
     *
     * @param c receives red, green, blue, 0 to 1
     * @param a the part of the pixel that the person covers
     */
    public void person(float[] c, int i, float a) {
        plain(c, i);
        if (a >= 1) {
            return;
        }
        int x = i % width;
        int y = i / width;
        unmix(c, 0, a, people.red(x, y), background.red(x, y));
        unmix(c, 1, a, people.green(x, y), background.green(x, y));
        unmix(c, 2, a, people.blue(x, y), background.blue(x, y));
    }

    /**
     * What stands behind pixel {@code i}: its own colour where nobody covers it, that of the nearest background where
     * somebody does.
     *
     * @param c receives red, green, blue, 0 to 1
     */
    public void behind(float[] c, int i) {
        plain(c, i);
        float covered = Curve.step(0, .3f, alpha[i]);
        if (covered == 0) {
            return;
        }
        int x = i % width;
        int y = i / width;
        c[0] += (background.red(x, y) - c[0]) * covered;
        c[1] += (background.green(x, y) - c[1]) * covered;
        c[2] += (background.blue(x, y) - c[2]) * covered;
    }

    private void plain(float[] c, int i) {
        int pixel = pixels[i];
        c[0] = Pixels.red(pixel);
        c[1] = Pixels.green(pixel);
        c[2] = Pixels.blue(pixel);
    }

    private static void unmix(float[] c, int k, float a, float own, float old) {
        float clean = c[k] + (1 - a) * (own - old);
        // Never past the person's own colour: where the matte is too low the formula would overshoot.
        clean = own > old ? Math.min(clean, Math.max(c[k], own)) : Math.max(clean, Math.min(c[k], own));
        clean = Math.max(own - .3f, Math.min(own + .3f, clean));
        c[k] = Curve.clamp(clean + (own - clean) * (1 - a) * .6f);
    }
}
