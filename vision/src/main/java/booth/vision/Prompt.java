package booth.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The tensors of one call of SAM's decoder by the names it gives them, released together. */
final class Prompt implements AutoCloseable {
    private final Map<String, OnnxTensor> inputs = new TreeMap<>();
    private final OrtEnvironment runtime;

    Prompt(OrtEnvironment runtime) {
        this.runtime = runtime;
    }

    /** Direct buffers are read in place and must stay unchanged until this is closed; others are copied. */
    void add(String name, FloatBuffer values, long... shape) throws OrtException {
        inputs.put(name, OnnxTensor.createTensor(runtime, values, shape));
    }

    Map<String, OnnxTensor> inputs() {
        return Collections.unmodifiableMap(inputs);
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
    }
}
