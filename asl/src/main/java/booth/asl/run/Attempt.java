package booth.asl.run;

import booth.asl.Cancellable;
import java.util.ArrayList;
import java.util.List;

/** What is under way for a state run outside the engine: timers, calls, tokens. All of it ends at once. */
final class Attempt {
    private final List<Cancellable> pending = new ArrayList<>();
    private boolean over;

    void add(Cancellable handle) {
        if (over) handle.cancel();
        else pending.add(handle);
    }

    void close() {
        over = true;
        var ended = List.copyOf(pending);
        pending.clear();
        ended.forEach(Cancellable::cancel);
    }

    boolean isOver() {
        return over;
    }
}
