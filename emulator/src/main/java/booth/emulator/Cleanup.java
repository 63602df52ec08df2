package booth.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Closes what was opened, the last first; one that fails does not keep the others open. What is added when all is closed
 * already, by a server that was slow to start, is closed at once.
 */
final class Cleanup implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    /** @throws IllegalStateException when everything was closed meanwhile */
    <T extends AutoCloseable> T add(T resource) {
        synchronized (opened) {
            if (!closed) {
                opened.push(resource);
                return resource;
            }
        }
        close(List.of(resource));
        throw new IllegalStateException("The cloud was stopped while it started.");
    }

    @Override
    public void close() {
        List<AutoCloseable> all;
        synchronized (opened) {
            closed = true;
            all = new ArrayList<>(opened);
            opened.clear();
        }
        close(all);
    }

    private static void close(List<? extends AutoCloseable> resources) {
        IllegalStateException failure = new IllegalStateException("Not everything could be stopped");
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) throw failure;
    }
}
