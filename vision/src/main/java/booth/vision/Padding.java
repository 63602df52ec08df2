package booth.vision;

/**
 * TensorFlow's "same" padding along one side: as many outputs as inputs ÷ stride, with what is missing split evenly
 * before and after.
 */
record Padding(int outputs, int stride, int before) {
    static Padding same(int inputs, int size, int stride) {
        int outputs = (inputs + stride - 1) / stride;
        int missing = Math.max((outputs - 1) * stride + size - inputs, 0);
        return new Padding(outputs, stride, missing / 2);
    }

    /** Which input the tap of a filter reads for an output; may lie outside. */
    int input(int output, int tap) {
        return output * stride + tap - before;
    }
}
