package booth.vision;

import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.OpResolver;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteTensor;

/**
 * One TensorFlow Lite network with one input. It is built through the C++ API, because only there the built-in operators
 * bring XNNPACK with them; the C API of the same library runs 5 to 12 times slower and cannot run the person matte.
 * Runs of one network take turns: its interpreter is not thread-safe.
 */
final class TfLite implements AutoCloseable {
    private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
    private static final int OK = 0;

    static {
        // JavaCPP would refuse to allocate while the whole process has more than four heaps resident, and the memory of
        // ONNX Runtime counts there; the few megabytes of these networks need no such guard.
        if (System.getProperty(MEMORY_LIMIT) == null) System.setProperty(MEMORY_LIMIT, "0");
    }

    private final FlatBufferModel model;
    private final OpResolver operators = new BuiltinOpResolver();
    private final Interpreter interpreter = new Interpreter((Pointer) null);
    private final int inputLength;
    private final int[] outputLengths;

    /** @throws IllegalStateException naming the file when it is no model or uses an operator that is not built in */
    TfLite(Path file, int threads) {
        model = FlatBufferModel.BuildFromFile(file.toString());
        if (model == null || model.isNull()) throw new IllegalStateException(file + " is not a TensorFlow Lite model.");
        try (InterpreterBuilder builder = new InterpreterBuilder(model, operators)) {
            builder.SetNumThreads(threads);
            if (builder.apply(interpreter) != OK || interpreter.AllocateTensors() != OK)
                throw new IllegalStateException(file + " needs an operator that this TensorFlow Lite does not have.");
        }
        inputLength = length(interpreter.input_tensor(0));
        outputLengths = new int[(int) interpreter.outputs().limit()];
        for (int i = 0; i < outputLengths.length; i++) outputLengths[i] = length(interpreter.output_tensor(i));
    }

    /** All outputs, in the order of the file. */
    synchronized float[][] run(float[] input) {
        if (input.length != inputLength)
            throw new IllegalArgumentException("The network takes " + inputLength + " numbers, not " + input.length);
        interpreter.typed_input_tensor_float(0).put(input);
        if (interpreter.Invoke() != OK) throw new IllegalStateException("TensorFlow Lite could not run the network.");
        float[][] outputs = new float[outputLengths.length][];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = new float[outputLengths[i]];
            interpreter.typed_output_tensor_float(i).get(outputs[i]);
        }
        return outputs;
    }

    private static int length(TfLiteTensor tensor) {
        TfLiteIntArray dimensions = tensor.dims();
        int length = 1;
        for (int i = 0; i < dimensions.size(); i++) length *= dimensions.data(i);
        return length;
    }

    @Override
    public synchronized void close() {
        interpreter.close();
        operators.close();
        model.close();
    }
}
