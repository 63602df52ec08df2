package booth.vision;

/**
 * The last step of a small network: every output is a weighted sum of all inputs.
 *
 * @param weights inputs·outputs numbers
 */
record Dense(float[] weights, float[] bias) {
    float[] apply(float[] input) {
        float[] out = bias.clone();
        for (int i = 0; i < input.length; i++)
            for (int o = 0; o < out.length; o++) out[o] += input[i] * weights[i * out.length + o];
        return out;
    }

    /** The outputs as probabilities that add up to 1. */
    float[] softmax(float[] input) {
        float[] out = apply(input);
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : out) largest = Math.max(largest, value);
        float sum = 0;
        for (int i = 0; i < out.length; i++) sum += out[i] = (float) Math.exp(out[i] - largest);
        for (int i = 0; i < out.length; i++) out[i] /= sum;
        return out;
    }
}
