package booth.vision;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * What SAM 2 saw in one photo. Immutable, shareable between threads, worth caching per photo; holds about 16 MB outside
 * the heap that the garbage collector gives back with it, so there is nothing to close.
 */
public final class Embedding {
    private static final List<String> PARTS = List.of("image_embed", "high_res_feats_0", "high_res_feats_1");
    private final List<Part> parts;
    private final int width;
    private final int height;

    private Embedding(List<Part> parts, int width, int height) {
        this.parts = parts;
        this.width = width;
        this.height = height;
    }

    static Embedding of(OrtSession.Result result, int width, int height) {
        return new Embedding(PARTS.stream().map(name -> Part.of(result, name)).toList(), width, height);
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
        for (Part part : parts) prompt.add(part.name, part.values.duplicate(), part.shape);
    }

    private static final class Part {
        private final String name;
        private final FloatBuffer values;
        private final long[] shape;

        private Part(String name, FloatBuffer values, long[] shape) {
            this.name = name;
            this.values = values;
            this.shape = shape;
        }

        static Part of(OrtSession.Result result, String name) {
            FloatBuffer values = Sam2.tensor(result, name).getFloatBuffer();
            FloatBuffer copy = Sam2.direct(values.remaining()).put(values).flip();
            return new Part(name, copy, Sam2.tensor(result, name).getInfo().getShape());
        }
    }
}
