package booth.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets the parts of a task that wait for the network wait together. Nothing outlives the call: it returns when every
 * part has ended, and an error of a part rises as it is.
 */
public final class Concurrently {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "concurrently");
        thread.setDaemon(true);
        return thread;
    });

    private Concurrently() {}

    /** Does both, the second on the calling thread, and joins what they return. */
    public static <A, B, R> R both(Supplier<A> first, Supplier<B> second, BiFunction<A, B, R> join) {
        Future<A> beside = THREADS.submit(first::get);
        B here;
        try {
            here = second.get();
        } catch (RuntimeException | Error e) {
            awaitAfter(e, beside);
            throw e;
        }
        return join.apply(await(beside), here);
    }

    /** What {@code each} makes of every item, in the items' order. */
    public static <A, B> List<B> each(Collection<A> items, Function<A, B> each) {
        List<Future<B>> running = new ArrayList<>();
        for (A item : items) running.add(THREADS.submit(() -> each.apply(item)));
        List<B> results = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            try {
                results.add(await(running.get(i)));
            } catch (RuntimeException | Error e) {
                running.subList(i + 1, running.size()).forEach(rest -> awaitAfter(e, rest));
                throw e;
            }
        }
        return results;
    }

    private static <T> T await(Future<T> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException error) throw error;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while parts of the task were running", e);
        }
    }

    /** Waits although the task has failed already; a second failure is noted with the first. */
    private static void awaitAfter(Throwable failure, Future<?> part) {
        try {
            await(part);
        } catch (RuntimeException | Error e) {
            if (e != failure) failure.addSuppressed(e);
        }
    }
}
