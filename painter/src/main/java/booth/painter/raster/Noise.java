package booth.painter.raster;

import java.util.Random;

/** Seeded gradient noise in the plane (Perlin 2002), and the few fractal sums of it that the scenes are made of. */
public final class Noise {
    private static final float DIAGONAL = .70710678f;
    private static final float[] GRADIENT_X = {1, DIAGONAL, 0, -DIAGONAL, -1, -DIAGONAL, 0, DIAGONAL};
    private static final float[] GRADIENT_Y = {0, DIAGONAL, 1, DIAGONAL, 0, -DIAGONAL, -1, -DIAGONAL};

    private final byte[] order = new byte[256];

    public Noise(long seed) {
        Random dice = new Random(seed);
        for (int i = 0; i < 256; i++) {
            int j = dice.nextInt(i + 1);
            order[i] = order[j];
            order[j] = (byte) i;
        }
    }

    /** Smooth noise with features about 1 unit wide, −1..1. */
    public float at(float x, float y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        float fx = x - column;
        float fy = y - row;
        float u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
        float v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
        float top = corner(column, row, fx, fy) * (1 - u) + corner(column + 1, row, fx - 1, fy) * u;
        float bottom = corner(column, row + 1, fx, fy - 1) * (1 - u) + corner(column + 1, row + 1, fx - 1, fy - 1) * u;
        return Math.max(-1, Math.min(1, 1.45f * (top * (1 - v) + bottom * v)));
    }

    private float corner(int column, int row, float dx, float dy) {
        int g = order[(order[column & 255] + row) & 255] & 7;
        return GRADIENT_X[g] * dx + GRADIENT_Y[g] * dy;
    }

    /** Sum of octaves, each half as wide and half as strong as the one before; about −1..1. */
    public float fractal(float x, float y, int octaves) {
        float sum = 0;
        float weight = .5f;
        for (int i = 0; i < octaves; i++) {
            sum += weight * at(x, y);
            weight *= .5f;
            x = x * 2 + 17.3f;
            y = y * 2 - 9.1f;
        }
        return sum * 1.2f;
    }

    /** Sharp crests and round valleys, 0..1: rock, dunes, filaments of light. */
    public float ridged(float x, float y, int octaves) {
        float sum = 0;
        float weight = .5f;
        for (int i = 0; i < octaves; i++) {
            float crest = 1 - Math.abs(at(x, y));
            sum += weight * crest * crest;
            weight *= .5f;
            x = x * 2 + 31.7f;
            y = y * 2 + 11.9f;
        }
        return sum;
    }

    /** Fractal noise looked up through fractal noise, which curls it like smoke (Quilez's domain warping). */
    public float warped(float x, float y, int octaves, float strength) {
        float dx = fractal(x * .7f + 5.2f, y * .7f + 1.3f, 3);
        float dy = fractal(x * .7f - 8.1f, y * .7f + 2.8f, 3);
        return fractal(x + strength * dx, y + strength * dy, octaves);
    }
}
