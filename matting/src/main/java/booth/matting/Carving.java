package booth.matting;

import booth.matting.raster.Blur;
import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;

/**
 * Takes the old wall out from between curls. A segmentation model closes the gaps in hair; a pixel near the outline
 * that has the wall's colour and not the person's is wall, wherever the two can be told apart. Only what can be
 * reached from outside through such pixels goes, so that dark eyes before a dark wall stay.
 */
final class Carving {
    private static final float REACH = 14;
    private static final float LIKENESS = .12f;
    private static final float OUTSIDE = .3f;

    private final int[] pixels;
    private final float[] matte;
    private final int width;
    private final int height;
    private final Surroundings person;
    private final Surroundings wall;
    private final Field depth;

    private Carving(BufferedImage photo, float[] matte, Surroundings person, Surroundings wall) {
        pixels = Pixels.of(photo);
        this.matte = matte;
        this.person = person;
        this.wall = wall;
        width = photo.getWidth();
        height = photo.getHeight();
        depth = Field.of(
                        width,
                        height,
                        4,
                        (x, y) -> matte[Math.min(height - 1, (int) y) * width + Math.min(width - 1, (int) x)])
                .blur(REACH * Math.max(width, height) / 1024f);
    }

    /** Lowers the matte in place. */
    static void carve(BufferedImage photo, float[] matte, Surroundings person, Surroundings wall) {
        new Carving(photo, matte, person, wall).run();
    }

    private void run() {
        float[] gone = new float[matte.length];
        int[] queue = new int[matte.length];
        int filled = 0;
        for (int i = 0; i < matte.length; i++) {
            if (matte[i] > 0 && matte[i] < OUTSIDE) {
                gone[i] = wallLike(i);
                queue[filled++] = i;
            }
        }
        for (int next = 0; next < filled; next++) {
            int i = queue[next];
            int x = i % width;
            filled = x > 0 ? visit(i - 1, gone, queue, filled) : filled;
            filled = x < width - 1 ? visit(i + 1, gone, queue, filled) : filled;
            filled = i >= width ? visit(i - width, gone, queue, filled) : filled;
            filled = i + width < matte.length ? visit(i + width, gone, queue, filled) : filled;
        }
        Blur.box(gone, width, height, 1);
        for (int i = 0; i < matte.length; i++) {
            matte[i] *= 1 - gone[i];
        }
    }

    private int visit(int i, float[] gone, int[] queue, int filled) {
        if (gone[i] == 0 && matte[i] >= OUTSIDE) {
            float alike = wallLike(i);
            if (alike > .35f) {
                gone[i] = alike;
                queue[filled++] = i;
            }
        }
        return filled;
    }

    /** 1 when the pixel surely shows the wall, 0 when it may show the person or lies deep inside. */
    private float wallLike(int i) {
        int x = i % width;
        int y = i / width;
        float near = Curve.step(.97f, .8f, depth.at(x, y));
        if (near == 0) {
            return 0;
        }
        float apart = square(person.red(x, y) - wall.red(x, y))
                + square(person.green(x, y) - wall.green(x, y))
                + square(person.blue(x, y) - wall.blue(x, y));
        float toWall = square(Pixels.red(pixels[i]) - wall.red(x, y))
                + square(Pixels.green(pixels[i]) - wall.green(x, y))
                + square(Pixels.blue(pixels[i]) - wall.blue(x, y));
        float alike = Curve.step(LIKENESS * LIKENESS * 2.5f, LIKENESS * LIKENESS * .3f, toWall);
        return near * alike * Curve.step(.06f, .16f, apart) * Curve.step(.3f, .12f, toWall / Math.max(1e-3f, apart));
    }

    private static float square(float v) {
        return v * v;
    }
}
