package booth.local.painter;

import java.awt.image.BufferedImage;

/**
 * Takes the old wall out from between curls. A segmentation model closes the gaps in hair; near the outline a pixel
 * that has the wall's colour and not the person's is wall, wherever the two can be told apart.
 */
final class Carving {
    private static final float REACH = 18;
    private static final float LIKENESS = .13f;

    private Carving() {}

    /** Lowers the matte in place. */
    static void carve(BufferedImage photo, float[] matte, Surroundings person, Surroundings wall) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        float unit = Math.max(width, height) / 1024f;
        int[] pixels = Pixels.of(photo);
        Field depth = Field.of(
                        width,
                        height,
                        4,
                        (x, y) -> matte[Math.min(height - 1, (int) y) * width + Math.min(width - 1, (int) x)])
                .blur(REACH * unit);
        float[] gone = new float[matte.length];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                float near = matte[i] > 0 ? Curve.step(.985f, .8f, depth.at(x, y)) : 0;
                if (near > 0) {
                    gone[i] = near * wallLike(pixels[i], x, y, person, wall);
                }
            }
        }
        Blur.box(gone, width, height, 1);
        for (int i = 0; i < matte.length; i++) {
            matte[i] *= 1 - gone[i];
        }
    }

    /** 1 when the pixel surely shows the wall, 0 when it may show the person. */
    private static float wallLike(int pixel, int x, int y, Surroundings person, Surroundings wall) {
        float apart = square(person.red(x, y) - wall.red(x, y))
                + square(person.green(x, y) - wall.green(x, y))
                + square(person.blue(x, y) - wall.blue(x, y));
        float toWall = square(Pixels.red(pixel) - wall.red(x, y))
                + square(Pixels.green(pixel) - wall.green(x, y))
                + square(Pixels.blue(pixel) - wall.blue(x, y));
        float alike = Curve.step(LIKENESS * LIKENESS * 2.5f, LIKENESS * LIKENESS * .3f, toWall);
        return alike * Curve.step(.05f, .14f, apart) * Curve.step(.3f, .12f, toWall / Math.max(1e-3f, apart));
    }

    private static float square(float v) {
        return v * v;
    }
}
