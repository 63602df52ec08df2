package booth.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What SAM 2 saw in one photo. Immutable, shareable between threads, worth caching per photo; holds about 16 MB outside
 * the heap that the garbage collector gives back with it, so there is nothing to close.
 */
public final class Embedding {
    /** {@code SAM2}, and one for what follows. */
    private static final long FORM = 0x53414d32_00000001L;

    private static final int HEADER = Long.BYTES + 2 * Integer.BYTES;

    /** What the encoder gives and the decoder takes, as both name it. */
    private enum Part {
        IMAGE_EMBED("image_embed", 1, 256, 64, 64),
        HIGH_RES_FEATS_0("high_res_feats_0", 1, 32, 256, 256),
        HIGH_RES_FEATS_1("high_res_feats_1", 1, 64, 128, 128);

        private final String tensor;
        private final long[] shape;

        Part(String tensor, long... shape) {
            this.tensor = tensor;
            this.shape = shape;
        }

        int floats() {
            return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        }
    }

    private static final int BYTES = HEADER
            + Short.BYTES * Arrays.stream(Part.values()).mapToInt(Part::floats).sum();

    private final List<FloatBuffer> parts;
    private final int width;
    private final int height;

    private Embedding(List<FloatBuffer> parts, int width, int height) {
        this.parts = parts;
        this.width = width;
        this.height = height;
    }

    static Embedding of(OrtSession.Result result, int width, int height) {
        List<FloatBuffer> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            OnnxTensor tensor = Sam2.tensor(result, part.tensor);
            if (!Arrays.equals(tensor.getInfo().getShape(), part.shape))
                throw new IllegalStateException("SAM 2 gave " + part.tensor + " as "
                        + Arrays.toString(tensor.getInfo().getShape()));
            parts.add(direct(tensor.getFloatBuffer()));
        }
        return new Embedding(parts, width, height);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static Embedding ofBytes(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice().order(ByteOrder.BIG_ENDIAN);
        if (in.remaining() != BYTES || in.getLong() != FORM)
            throw new IllegalArgumentException("This is no embedding of SAM 2: " + bytes.remaining() + " bytes.");
        int width = in.getInt();
        int height = in.getInt();
        if (width < 1 || height < 1)
            throw new IllegalArgumentException("An embedding of a photo of " + width + "×" + height + " pixels.");
        ShortBuffer halves = in.asShortBuffer();
        List<FloatBuffer> parts = new ArrayList<>();
        int from = 0;
        for (Part part : Part.values()) {
            parts.add(direct(Fp16Conversions.convertFp16BufferToFloatBuffer(halves.slice(from, part.floats()))));
            from += part.floats();
        }
        return new Embedding(parts, width, height);
    }

    /** As half floats, 8 MB: they move no outline, see {@code docs/adr/016-sam-looks-once.md}. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.putLong(FORM).putInt(width).putInt(height);
        ShortBuffer halves = out.asShortBuffer();
        for (FloatBuffer part : parts) halves.put(Fp16Conversions.convertFloatBufferToFp16Buffer(part.duplicate()));
        return out.array();
    }

    /** Width of the photo in pixels. */
    public int width() {
        return width;
    }

    /** Height of the photo in pixels. */
    public int height() {
        return height;
    }

    void addTo(Prompt prompt) throws OrtException {
        for (Part part : Part.values())
            prompt.add(part.tensor, parts.get(part.ordinal()).duplicate(), part.shape);
    }

    private static FloatBuffer direct(FloatBuffer values) {
        return Sam2.direct(values.remaining()).put(values).flip();
    }
}
