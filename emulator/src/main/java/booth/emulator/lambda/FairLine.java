package booth.emulator.lambda;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A line in which a crowd of one tenant does not keep another waiting: the next place is the tenant's who was served
 * longest ago, and within a tenant the oldest's. Not thread-safe.
 */
final class FairLine<T> {
    private record Waiting<T>(Caller caller, long number, T work) {}

    private final Comparator<Waiting<T>> byAge = Comparator.<Waiting<T>, String>comparing(
                    waiting -> waiting.caller().since())
            .thenComparing(Waiting::number);
    private final Map<String, Queue<Waiting<T>>> tenants = new LinkedHashMap<>();
    private final Map<String, Long> served = new HashMap<>();
    private long count;

    void join(Caller caller, T work) {
        tenants.computeIfAbsent(caller.tenant(), tenant -> new PriorityQueue<>(byAge))
                .add(new Waiting<>(caller, ++count, work));
    }

    /** Somebody's turn has come, be it out of this line or because there was none. */
    void served(Caller caller) {
        if (tenants.isEmpty()) served.clear(); // nobody to be compared with
        served.put(caller.tenant(), ++count);
    }

    /** Takes out whose turn it is. */
    Optional<T> next() {
        Optional<Waiting<T>> next = tenants.entrySet().stream()
                .min(Comparator.comparing(tenant -> served.getOrDefault(tenant.getKey(), 0L)))
                .map(tenant -> tenant.getValue().element());
        next.ifPresent(waiting -> {
            remove(waiting);
            served(waiting.caller());
        });
        return next.map(Waiting::work);
    }

    /** @return whether it was still in line */
    boolean leave(Caller caller, T work) {
        Optional<Waiting<T>> found = Optional.ofNullable(tenants.get(caller.tenant())).stream()
                .flatMap(Queue::stream)
                .filter(waiting -> waiting.work().equals(work))
                .findFirst();
        found.ifPresent(this::remove);
        return found.isPresent();
    }

    private void remove(Waiting<T> waiting) {
        String tenant = waiting.caller().tenant();
        Optional.ofNullable(tenants.get(tenant)).ifPresent(queue -> {
            queue.remove(waiting);
            if (queue.isEmpty()) tenants.remove(tenant);
        });
    }

    void clear() {
        tenants.clear();
    }
}
