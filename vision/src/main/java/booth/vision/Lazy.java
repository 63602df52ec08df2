package booth.vision;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model that is loaded at its first use, once, whatever number of threads ask, and released with its owner. */
final class Lazy<T extends AutoCloseable> implements AutoCloseable {
    private final Supplier<T> loader;
    private @Nullable T value;
    private boolean closed;

    Lazy(Supplier<T> loader) {
        this.loader = loader;
    }

    synchronized T get() {
        if (closed) throw new IllegalStateException("This model was closed already.");
        T loaded = value;
        if (loaded == null) value = loaded = loader.get();
        return loaded;
    }

    @Override
    public synchronized void close() {
        closed = true;
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
