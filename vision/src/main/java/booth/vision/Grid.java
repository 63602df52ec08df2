package booth.vision;

/**
 * What a network says about each cell of a regular grid laid over the photo or over a window of it, row by row.
 *
 * @param values width·height numbers
 */
record Grid(float[] values, int width, int height) {
    Grid {
        if (values.length != width * height)
            throw new IllegalArgumentException(values.length + " values do not fill " + width + "×" + height);
    }

    /** The value between cell centres, bilinear; places in shares of the grid, clamped at its edges. */
    double at(double across, double down) {
        double x = clamp(across * width - .5, width - 1);
        double y = clamp(down * height - .5, height - 1);
        int x0 = (int) x;
        int y0 = (int) y;
        int row = y0 * width;
        int below = Math.min(y0 + 1, height - 1) * width;
        int right = Math.min(x0 + 1, width - 1);
        double fx = x - x0;
        double upper = values[row + x0] * (1 - fx) + values[row + right] * fx;
        double lower = values[below + x0] * (1 - fx) + values[below + right] * fx;
        return upper + (lower - upper) * (y - y0);
    }

    /** The grid at another size, bilinear. */
    Grid stretch(int newWidth, int newHeight) {
        int[] left = new int[newWidth];
        float[] fraction = new float[newWidth];
        for (int x = 0; x < newWidth; x++) {
            double place = clamp((x + .5) * width / newWidth - .5, width - 1);
            left[x] = Math.min((int) place, Math.max(0, width - 2));
            fraction[x] = (float) (place - left[x]);
        }
        int next = width > 1 ? 1 : 0;
        float[] out = new float[newWidth * newHeight];
        for (int y = 0, o = 0; y < newHeight; y++) {
            double place = clamp((y + .5) * height / newHeight - .5, height - 1);
            int upper = (int) place * width;
            int lower = Math.min((int) place + 1, height - 1) * width;
            float down = (float) (place - (int) place);
            for (int x = 0; x < newWidth; x++, o++) {
                int at = left[x];
                float top = values[upper + at] + (values[upper + at + next] - values[upper + at]) * fraction[x];
                float bottom = values[lower + at] + (values[lower + at + next] - values[lower + at]) * fraction[x];
                out[o] = top + (bottom - top) * down;
            }
        }
        return new Grid(out, newWidth, newHeight);
    }

    private static double clamp(double value, double limit) {
        return Math.max(0, Math.min(limit, value));
    }
}
