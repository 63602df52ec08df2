package booth.vision;

/**
 * The centres that a single-shot face detector measures from. All anchors of these detectors have one size, so only the
 * centres matter (MediaPipe's SsdAnchorsCalculator with fixed_anchor_size).
 */
final class Anchors {
    private final float[] x;
    private final float[] y;

    /** @param perCell how many anchors share each cell of the map of that stride, in pixels of the input */
    Anchors(int inputSize, int[] strides, int[] perCell) {
        int count = 0;
        for (int i = 0; i < strides.length; i++) count += cells(inputSize, strides[i]) * perCell[i];
        x = new float[count];
        y = new float[count];
        for (int i = 0, next = 0; i < strides.length; i++) {
            int side = inputSize / strides[i];
            for (int anchor = 0; anchor < cells(inputSize, strides[i]) * perCell[i]; anchor++, next++) {
                int cell = anchor / perCell[i];
                x[next] = (cell % side + .5f) / side;
                y[next] = (cell / side + .5f) / side;
            }
        }
    }

    int count() {
        return x.length;
    }

    /** Share of the input's width. */
    float x(int anchor) {
        return x[anchor];
    }

    /** Share of the input's height. */
    float y(int anchor) {
        return y[anchor];
    }

    private static int cells(int inputSize, int stride) {
        return (inputSize / stride) * (inputSize / stride);
    }
}
