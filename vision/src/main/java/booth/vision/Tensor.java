package booth.vision;

import java.util.Arrays;

/**
 * Activations between two layers of a small network: rows of cells of channels.
 *
 * @param values height·width·channels numbers
 */
record Tensor(int height, int width, int channels, float[] values) {
    Tensor relu() {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) out[i] = Math.max(0, values[i]);
        return new Tensor(height, width, channels, out);
    }

    Tensor plus(Tensor other) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) out[i] = values[i] + other.values[i];
        return new Tensor(height, width, channels, out);
    }

    /** Largest of each 3×3 neighbourhood, at half the size. */
    Tensor maxPool() {
        Padding rows = Padding.same(height, 3, 2);
        Padding columns = Padding.same(width, 3, 2);
        float[] out = new float[rows.outputs() * columns.outputs() * channels];
        Arrays.fill(out, Float.NEGATIVE_INFINITY);
        for (int y = 0; y < rows.outputs(); y++)
            for (int x = 0; x < columns.outputs(); x++)
                for (int tap = 0; tap < 9; tap++) {
                    int fromY = rows.input(y, tap / 3);
                    int fromX = columns.input(x, tap % 3);
                    if (fromY < 0 || fromX < 0 || fromY >= height || fromX >= width) continue;
                    int from = (fromY * width + fromX) * channels;
                    int to = (y * columns.outputs() + x) * channels;
                    for (int c = 0; c < channels; c++) out[to + c] = Math.max(out[to + c], values[from + c]);
                }
        return new Tensor(rows.outputs(), columns.outputs(), channels, out);
    }

    /** Mean of each channel. */
    float[] mean() {
        float[] mean = new float[channels];
        int cells = height * width;
        for (int i = 0; i < values.length; i++) mean[i % channels] += values[i] / cells;
        return mean;
    }
}
