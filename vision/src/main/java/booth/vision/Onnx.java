package booth.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;

/** ONNX Runtime, as the networks of one process share it. */
final class Onnx {
    private static final OrtEnvironment ENVIRONMENT = kept(OrtEnvironment.getEnvironment());

    private Onnx() {}

    /**
     * ONNX Runtime gives its environment back in a shutdown hook of its own, in the midst of the calls under way: they
     * fail for want of a logger, or crash. The native environment counts its references, and one more, which nobody gives
     * back, keeps it as long as the process. There is no public way to have one.
     */
    private static OrtEnvironment kept(OrtEnvironment environment) {
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            create.setAccessible(true);
            create.invoke(
                    null,
                    api.getLong(null),
                    OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(),
                    OrtEnvironment.DEFAULT_NAME);
            return environment;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is another ONNX Runtime than the one this was written for", e);
        }
    }

    static OrtEnvironment environment() {
        return ENVIRONMENT;
    }

    /** @param threads how many threads one run may use */
    static OrtSession session(Path file, int threads) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            return ENVIRONMENT.createSession(file.toString(), options);
        } catch (OrtException e) {
            throw new IllegalStateException("Cannot load " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
