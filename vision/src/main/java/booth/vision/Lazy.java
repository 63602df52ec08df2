package booth.vision;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model that is loaded at its first use, once, whatever number of threads ask, and released with its owner, when the
 * uses under way are over. One whose use does not end is left to the process.
 */
final class Lazy<T extends AutoCloseable> implements AutoCloseable {
    private final Supplier<T> loader;
    private final NativeCalls calls = new NativeCalls();
    private @Nullable T value;

    Lazy(Supplier<T> loader) {
        this.loader = loader;
    }

    /** Does something with the model that needs it only until it returns. */
    <R> R use(Function<T, R> use) {
        NativeCalls.PROCESS.beginOrStay();
        try {
            return useUnlessClosed(use);
        } finally {
            NativeCalls.PROCESS.over();
        }
    }

    private <R> R useUnlessClosed(Function<T, R> use) {
        if (!calls.begin()) throw new IllegalStateException("This model was closed already.");
        try {
            return use.apply(loaded());
        } finally {
            calls.over();
        }
    }

    private synchronized T loaded() {
        T loaded = value;
        if (loaded == null) value = loaded = loader.get();
        return loaded;
    }

    @Override
    public void close() {
        if (calls.end(NativeCalls.PATIENCE)) release();
    }

    private synchronized void release() {
        T loaded = value;
        value = null;
        if (loaded == null) return;
        try {
            loaded.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot release a model: " + e.getMessage(), e);
        }
    }
}
