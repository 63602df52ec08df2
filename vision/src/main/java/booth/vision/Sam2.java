package booth.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import booth.core.image.Box;
import booth.core.image.Mask;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * SAM 2 (hiera tiny): {@link #encode} looks at a photo once, {@link #segment} then outlines what a box marks, in a
 * fraction of the time. Thread-safe; encodings take turns, because each needs about half a gigabyte while it runs. The
 * networks are loaded at first use.
 */
public final class Sam2 implements AutoCloseable {
    private static final int INPUT_SIZE = 1024;
    private static final int LOGITS_SIZE = 256;
    /** Mean and spread of ImageNet's red, green and blue, which SAM was trained with. */
    private static final float[] MEAN = {.485f, .456f, .406f};

    private static final float[] SPREAD = {.229f, .224f, .225f};
    /** Prompt labels of the two corners of a box. */
    private static final float[] TOP_LEFT_BOTTOM_RIGHT = {2, 3};

    /** Barely below and above zero, so that the outline between cells moves as little as possible. */
    private static final Blobs TIDY = new Blobs(.1, .05, .01f);

    private static final String GIVE_MEMORY_BACK = "memory.enable_memory_arena_shrinkage";

    private final OrtEnvironment runtime = Onnx.environment();
    private final ReentrantLock encoding = new ReentrantLock(true);
    private final Lazy<OrtSession> encoder;
    private final Lazy<OrtSession> decoder;
    private final boolean keepMemory;

    /** As many threads as there are processors (up to four), memory given back after each photo. */
    public Sam2(Models models) {
        this(models, Threads.sensible(), false);
    }

    /**
     * Measured on two cores: giving the memory back after each photo costs nothing in time and leaves 0.45 GB resident
     * instead of 1.1 (1.7 after several photos); while a photo is encoded it is 1.1 GB either way.
     *
     * @param threads how many threads one run may use
     * @param keepMemory keep the memory of one encoding for the next
     */
    public Sam2(Models models, int threads, boolean keepMemory) {
        this.keepMemory = keepMemory;
        encoder = session(models, "sam2_hiera_tiny_encoder.with_runtime_opt.ort", threads);
        decoder = session(models, "sam2_hiera_tiny_decoder_pr1.onnx", threads);
    }

    private static Lazy<OrtSession> session(Models models, String file, int threads) {
        return new Lazy<>(() -> Onnx.session(models.file(file), threads));
    }

    /** Loads the weights now, a second or two, instead of with the first photo. */
    public void load() {
        encoder.use(Function.identity());
        decoder.use(Function.identity());
    }

    /**
     * What SAM sees in the photo: about 16 MB, released with the object.
     *
     * @throws IllegalStateException when the thread is interrupted before its turn has come
     */
    public Embedding encode(BufferedImage image) {
        FloatBuffer pixels = normalized(image);
        try {
            encoding.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for this encoding any more.", e);
        }
        try {
            return encoder.use(session -> encode(session, pixels, image));
        } finally {
            encoding.unlock();
        }
    }

    private Embedding encode(OrtSession session, FloatBuffer pixels, BufferedImage image) {
        long[] shape = {1, 3, INPUT_SIZE, INPUT_SIZE};
        try (OrtSession.RunOptions options = new OrtSession.RunOptions();
                OnnxTensor input = OnnxTensor.createTensor(runtime, pixels, shape)) {
            if (!keepMemory) options.addRunConfigEntry(GIVE_MEMORY_BACK, "cpu:0");
            return encode(session, options, input, image);
        } catch (OrtException e) {
            throw new IllegalStateException("SAM 2 cannot encode the photo: " + e.getMessage(), e);
        }
    }

    private static Embedding encode(
            OrtSession session, OrtSession.RunOptions options, OnnxTensor input, BufferedImage image)
            throws OrtException {
        try (OrtSession.Result result = session.run(Map.of("image", input), options)) {
            return Embedding.of(result, image.getWidth(), image.getHeight());
        }
    }

    /**
     * Outlines what the box marks: the best of SAM's three proposals by its own estimate, without specks and pinholes.
     *
     * @param box in pixels of the encoded photo; a head box gives the face, hairline to chin
     * @return a mask of the size of the encoded photo
     */
    public Mask segment(Embedding embedding, Box box) {
        float[] corners = {
            (float) (box.x1() * INPUT_SIZE / embedding.width()), (float) (box.y1() * INPUT_SIZE / embedding.height()),
            (float) (box.x2() * INPUT_SIZE / embedding.width()), (float) (box.y2() * INPUT_SIZE / embedding.height())
        };
        Grid logits = TIDY.tidy(decoder.use(session -> decode(session, embedding, corners)));
        return mask(logits.stretch(embedding.width(), embedding.height()));
    }

    private Grid decode(OrtSession session, Embedding embedding, float[] corners) {
        float[] noMask = new float[LOGITS_SIZE * LOGITS_SIZE];
        try (Prompt prompt = new Prompt(runtime)) {
            prompt.add("point_coords", FloatBuffer.wrap(corners), 1, 2, 2);
            prompt.add("point_labels", FloatBuffer.wrap(TOP_LEFT_BOTTOM_RIGHT), 1, 2);
            prompt.add("mask_input", FloatBuffer.wrap(noMask), 1, 1, LOGITS_SIZE, LOGITS_SIZE);
            prompt.add("has_mask_input", FloatBuffer.wrap(new float[1]), 1);
            embedding.addTo(prompt);
            try (OrtSession.Result result = session.run(prompt.inputs())) {
                return best(result);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("SAM 2 cannot segment the box: " + e.getMessage(), e);
        }
    }

    private static Grid best(OrtSession.Result result) {
        FloatBuffer scores = tensor(result, "iou_predictions").getFloatBuffer();
        FloatBuffer masks = tensor(result, "masks").getFloatBuffer();
        int best = 0;
        for (int i = 1; i < scores.remaining(); i++) if (scores.get(i) > scores.get(best)) best = i;
        float[] logits = new float[LOGITS_SIZE * LOGITS_SIZE];
        masks.get(best * logits.length, logits);
        return new Grid(logits, LOGITS_SIZE, LOGITS_SIZE);
    }

    static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor)
                result.get(name).orElseThrow(() -> new IllegalStateException("SAM 2 gave no output named " + name));
    }

    private static Mask mask(Grid logits) {
        Mask mask = new Mask(logits.width(), logits.height());
        for (int y = 0, i = 0; y < logits.height(); y++)
            for (int x = 0; x < logits.width(); x++, i++) if (logits.values()[i] > 0) mask.keep(x, y);
        return mask;
    }

    private static FloatBuffer normalized(BufferedImage image) {
        float[] rgb = new Pyramid(image).sample(Window.whole(image), INPUT_SIZE, INPUT_SIZE, 0, 1);
        int pixels = INPUT_SIZE * INPUT_SIZE;
        FloatBuffer planes = direct(3 * pixels);
        float[] plane = new float[pixels];
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < pixels; i++) plane[i] = (rgb[3 * i + channel] - MEAN[channel]) / SPREAD[channel];
            planes.put(plane);
        }
        return planes.flip();
    }

    /** Memory that the runtime reads in place, without a copy per call. */
    static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }
}
