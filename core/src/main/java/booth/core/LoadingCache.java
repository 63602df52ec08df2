package booth.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Remembers the results of a costly computation, the most recently used ones. Who asks for a key that is being computed
 * waits for that computation; one that failed is not remembered.
 *
 * <p>It is not Caffeine's because that cache's TinyLFU admission may evict the newest of few entries, whereas here the newest
 * must stay and concurrent callers of one key must share its computation.
 */
public final class LoadingCache<K, V> {
    private final Map<K, CompletableFuture<V>> recent;

    /** @param size how many results are remembered */
    public LoadingCache(int size) {
        recent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                return size() > size;
            }
        };
    }

    /** The remembered result, or a new one; an error of {@code compute} rises to everyone who waits for it. */
    public V get(K key, Supplier<V> compute) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> shared;
        synchronized (recent) {
            shared = recent.computeIfAbsent(key, absent -> mine);
        }
        if (shared == mine) complete(key, mine, compute);
        try {
            return shared.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException error) throw error;
            if (e.getCause() instanceof Error error) throw error;
            throw e;
        }
    }

    private void complete(K key, CompletableFuture<V> mine, Supplier<V> compute) {
        try {
            mine.complete(compute.get());
        } catch (RuntimeException | Error e) {
            synchronized (recent) {
                recent.remove(key, mine);
            }
            mine.completeExceptionally(e);
        }
    }
}
