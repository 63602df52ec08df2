package booth.asl.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** Runs the steps of one execution one after the other, on threads borrowed only while there is something to do. */
final class Mailbox {
    private final Executor executor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    /** Soon, after the steps before it. */
    void post(Runnable step) {
        steps.add(step);
        executor.execute(this::drain);
    }

    /** Now, on the caller's thread, between two steps. */
    void call(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
        drain();
    }

    /** Whoever holds the lock looks at the queue again after letting go, so that no step is left behind. */
    private void drain() {
        while (!steps.isEmpty() && !lock.isHeldByCurrentThread() && lock.tryLock()) {
            try {
                for (var step = steps.poll(); step != null; step = steps.poll()) step.run();
            } finally {
                lock.unlock();
            }
        }
    }
}
