package booth.matting;

import booth.matting.raster.Blur;
import booth.matting.raster.Field;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;

/**
 * The colour guided filter (He, Sun, Tang 2010) in its fast form (He, Sun 2015): in each window the matte is taken
 * for a linear function of the photo's colour. The functions are fitted on every second pixel and applied to every
 * one, so edges keep the sharpness of the photo.
 */
final class GuidedFilter {
    private static final int STEP = 2;

    private final int[] guide;
    private final int width;
    private final Field slopeR;
    private final Field slopeG;
    private final Field slopeB;
    private final Field offset;

    GuidedFilter(BufferedImage photo, float[] matte, int radius, float epsilon) {
        width = photo.getWidth();
        int height = photo.getHeight();
        guide = Pixels.of(photo);
        int r = Math.max(1, radius / STEP);
        slopeR = sampled(height, (x, y) -> Pixels.red(guide[pixel(x, y, height)]));
        slopeG = sampled(height, (x, y) -> Pixels.green(guide[pixel(x, y, height)]));
        slopeB = sampled(height, (x, y) -> Pixels.blue(guide[pixel(x, y, height)]));
        offset = sampled(height, (x, y) -> matte[pixel(x, y, height)]);
        fit(r, epsilon);
        for (Field f : new Field[] {slopeR, slopeG, slopeB, offset}) {
            Blur.box(f.values, f.columns, f.rows, r);
        }
    }

    /** The filtered matte at a pixel, about 0..1. */
    float at(int x, int y) {
        int p = guide[y * width + x];
        return slopeR.at(x, y) * Pixels.red(p)
                + slopeG.at(x, y) * Pixels.green(p)
                + slopeB.at(x, y) * Pixels.blue(p)
                + offset.at(x, y);
    }

    private Field sampled(int height, Field.Function function) {
        return Field.of(width, height, STEP, function);
    }

    private int pixel(float x, float y, int height) {
        return Math.min(height - 1, (int) y) * width + Math.min(width - 1, (int) x);
    }

    /** Solves the 3×3 system of every window; the planes of colour and matte become slopes and offset. */
    private void fit(int radius, float epsilon) {
        float[] r = slopeR.values;
        float[] g = slopeG.values;
        float[] b = slopeB.values;
        float[] p = offset.values;
        float[] rr = mean(r, r, radius);
        float[] rg = mean(r, g, radius);
        float[] rb = mean(r, b, radius);
        float[] gg = mean(g, g, radius);
        float[] gb = mean(g, b, radius);
        float[] bb = mean(b, b, radius);
        float[] rp = mean(r, p, radius);
        float[] gp = mean(g, p, radius);
        float[] bp = mean(b, p, radius);
        for (float[] plane : new float[][] {r, g, b, p}) {
            Blur.box(plane, offset.columns, offset.rows, radius);
        }
        for (int i = 0; i < p.length; i++) {
            float a11 = rr[i] - r[i] * r[i] + epsilon;
            float a12 = rg[i] - r[i] * g[i];
            float a13 = rb[i] - r[i] * b[i];
            float a22 = gg[i] - g[i] * g[i] + epsilon;
            float a23 = gb[i] - g[i] * b[i];
            float a33 = bb[i] - b[i] * b[i] + epsilon;
            float v1 = rp[i] - r[i] * p[i];
            float v2 = gp[i] - g[i] * p[i];
            float v3 = bp[i] - b[i] * p[i];
            float c11 = a22 * a33 - a23 * a23;
            float c12 = a13 * a23 - a12 * a33;
            float c13 = a12 * a23 - a13 * a22;
            float inverse = 1 / (a11 * c11 + a12 * c12 + a13 * c13);
            float sr = inverse * (c11 * v1 + c12 * v2 + c13 * v3);
            float sg = inverse * (c12 * v1 + (a11 * a33 - a13 * a13) * v2 + (a12 * a13 - a11 * a23) * v3);
            float sb = inverse * (c13 * v1 + (a12 * a13 - a11 * a23) * v2 + (a11 * a22 - a12 * a12) * v3);
            p[i] -= sr * r[i] + sg * g[i] + sb * b[i];
            r[i] = sr;
            g[i] = sg;
            b[i] = sb;
        }
    }

    private float[] mean(float[] one, float[] other, int radius) {
        float[] product = new float[one.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = one[i] * other[i];
        }
        Blur.box(product, offset.columns, offset.rows, radius);
        return product;
    }
}
