package booth.vision;

/** One step of a small network that has learned weights. */
sealed interface Layer {
    Tensor apply(Tensor input);

    /**
     * A full convolution with "same" padding.
     *
     * @param filters size·size·inputs·outputs, in this order
     */
    record Convolution(float[] filters, float[] bias, int size, int stride) implements Layer {
        @Override
        public Tensor apply(Tensor in) {
            Padding rows = Padding.same(in.height(), size, stride);
            Padding columns = Padding.same(in.width(), size, stride);
            int outputs = bias.length;
            float[] out = new float[rows.outputs() * columns.outputs() * outputs];
            for (int y = 0, to = 0; y < rows.outputs(); y++)
                for (int x = 0; x < columns.outputs(); x++, to += outputs) {
                    System.arraycopy(bias, 0, out, to, outputs);
                    for (int tap = 0; tap < size * size; tap++) {
                        int fromY = rows.input(y, tap / size);
                        int fromX = columns.input(x, tap % size);
                        if (fromY >= 0 && fromX >= 0 && fromY < in.height() && fromX < in.width())
                            addCell(in, (fromY * in.width() + fromX) * in.channels(), tap, out, to);
                    }
                }
            return new Tensor(rows.outputs(), columns.outputs(), outputs, out);
        }

        private void addCell(Tensor in, int from, int tap, float[] out, int to) {
            int outputs = bias.length;
            for (int c = 0, row = tap * in.channels() * outputs; c < in.channels(); c++, row += outputs) {
                float value = in.values()[from + c];
                if (value == 0) continue; // about half of the activations behind a ReLU
                for (int o = 0; o < outputs; o++) out[to + o] += value * filters[row + o];
            }
        }
    }

    /**
     * A 3×3 convolution of each channel by itself, then a 1×1 convolution over the channels.
     *
     * @param depthwise 9·channels numbers
     */
    record Separable(float[] depthwise, Convolution pointwise, int stride) implements Layer {
        @Override
        public Tensor apply(Tensor in) {
            Padding rows = Padding.same(in.height(), 3, stride);
            Padding columns = Padding.same(in.width(), 3, stride);
            int channels = in.channels();
            float[] out = new float[rows.outputs() * columns.outputs() * channels];
            for (int y = 0, to = 0; y < rows.outputs(); y++)
                for (int x = 0; x < columns.outputs(); x++, to += channels)
                    for (int tap = 0; tap < 9; tap++) {
                        int fromY = rows.input(y, tap / 3);
                        int fromX = columns.input(x, tap % 3);
                        if (fromY < 0 || fromX < 0 || fromY >= in.height() || fromX >= in.width()) continue;
                        int from = (fromY * in.width() + fromX) * channels;
                        for (int c = 0; c < channels; c++)
                            out[to + c] += in.values()[from + c] * depthwise[tap * channels + c];
                    }
            return pointwise.apply(new Tensor(rows.outputs(), columns.outputs(), channels, out));
        }
    }
}
