package booth.emulator.lambda;

import java.util.Optional;
import java.util.concurrent.Executor;

/** The places in which a function runs, one call in each at a time; further calls wait in line. Thread-safe. */
final class Sandboxes {
    private final Executor threads;
    private final FairLine<Runnable> line = new FairLine<>();
    private int free;
    private boolean closed;

    Sandboxes(int count, Executor threads) {
        this.free = count;
        this.threads = threads;
    }

    /** Runs the call on a thread of its own, when its turn comes; it {@link #leave}s when it is over. */
    void enter(Caller caller, Runnable call) {
        synchronized (this) {
            if (closed) return;
            if (free == 0) {
                line.join(caller, call);
                return;
            }
            free--;
            line.served(caller);
        }
        threads.execute(call);
    }

    /** Nobody waits for the call any more; without effect on one that has begun. */
    synchronized void giveUp(Caller caller, Runnable call) {
        line.leave(caller, call);
    }

    /** A call is over; its place is the next one's. */
    void leave() {
        Optional<Runnable> next;
        synchronized (this) {
            next = closed ? Optional.empty() : line.next();
            if (next.isEmpty()) free++;
        }
        next.ifPresent(threads::execute);
    }

    /** Nothing begins any more. */
    synchronized void close() {
        closed = true;
        line.clear();
    }
}
