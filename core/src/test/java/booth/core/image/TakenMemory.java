package booth.core.image;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A moment in which other photos take all the memory there is for opening some. */
public final class TakenMemory {
    private TakenMemory() {}

    /**
     * What becomes of somebody who wants to open a photo then and is told while it waits in line that it has waited long
     * enough.
     *
     * @throws RuntimeException as {@code open} does
     */
    public static <T> T open(Supplier<T> open) {
        DecodeMemory memory = DecodeMemory.OF_THIS_JVM;
        return memory.during(Long.MAX_VALUE / 2, () -> {
            CompletableFuture<T> opened = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    opened.complete(open.get());
                } catch (RuntimeException e) {
                    opened.completeExceptionally(e);
                }
            });
            thread.start();
            while (memory.waiting() == 0 && !opened.isDone()) Thread.onSpinWait();
            thread.interrupt();
            return joined(opened);
        });
    }

    private static <T> T joined(CompletableFuture<T> opened) {
        try {
            return opened.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }
}
