package booth.local.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The newest so many of some kind by name; whoever comes beyond them pushes out the oldest. Not thread-safe. */
final class Newest<T> {
    private final int most;
    private final Deque<String> order = new ArrayDeque<>();
    private final Map<String, T> byName = new HashMap<>();

    Newest(int most) {
        this.most = most;
    }

    /** One that is there is replaced and keeps its place. */
    void put(String name, T one) {
        if (byName.put(name, one) != null) return;
        order.add(name);
        if (order.size() > most) byName.remove(order.remove());
    }

    Optional<T> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<T> remove(String name) {
        order.remove(name);
        return Optional.ofNullable(byName.remove(name));
    }

    /** From the oldest. */
    List<T> all() {
        List<T> all = new ArrayList<>();
        for (String name : order) all.add(Objects.requireNonNull(byName.get(name)));
        return all;
    }

    /** The oldest's name; empty where there is none. */
    Optional<String> oldest() {
        return Optional.ofNullable(order.peek());
    }
}
