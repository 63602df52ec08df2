package booth.local.ai;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Remembers the last few results by the bytes they were made from. Who asks while one is being made waits for it instead
 * of making it again; a failure is told to all who wait and not remembered.
 */
final class SingleFlight<T> {
    private final Map<Digest, CompletableFuture<T>> results;

    /** @param remembered how many results are kept, the least recently asked for going first */
    SingleFlight(int remembered) {
        results = new LinkedHashMap<>(remembered, .75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Digest, CompletableFuture<T>> eldest) {
                return size() > remembered;
            }
        };
    }

    T get(byte[] bytes, Supplier<T> maker) {
        Digest key = Digest.of(bytes);
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> known;
        synchronized (results) {
            known = results.putIfAbsent(key, mine);
            results.get(key); // the latest asked for, also where it is new
        }
        if (known == null) make(key, mine, maker);
        return joined(known == null ? mine : known);
    }

    private void make(Digest key, CompletableFuture<T> result, Supplier<T> maker) {
        try {
            result.complete(maker.get());
        } catch (RuntimeException | Error e) {
            synchronized (results) {
                results.remove(key, result);
            }
            result.completeExceptionally(e);
        }
    }

    private static <T> T joined(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw e;
        }
    }
}
