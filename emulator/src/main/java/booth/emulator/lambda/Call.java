package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function, from the line through a sandbox to its answer. Its time begins in the sandbox. One that
 * outlives it is interrupted and answered like on AWS, but it cannot be killed: its sandbox stays taken until it has
 * really ended, so that no more calls run at once than there are sandboxes; one that does not end within as much time
 * again is left behind.
 */
final class Call implements Runnable {
    /** The code that is called. */
    interface Code {
        /** The work itself, once the handler is there; what is thrown while it is built is the call's failure. */
        Callable<byte[]> ready(String requestId) throws Throwable;
    }

    private final String requestId = UUID.randomUUID().toString();
    private final CompletableFuture<Invocation> result = new CompletableFuture<>();
    private final AtomicBoolean left = new AtomicBoolean();
    private final Code code;
    private final Duration timeout;
    private final Runnable begun;
    private final Runnable leave;
    private final ScheduledExecutorService clock;
    private @Nullable Thread runner;

    /**
     * @param begun run once, when the call leaves the line
     * @param leave run once, when its sandbox is free again
     */
    Call(Code code, Duration timeout, Runnable begun, Runnable leave, ScheduledExecutorService clock) {
        this.code = code;
        this.timeout = timeout;
        this.begun = begun;
        this.leave = leave;
        this.clock = clock;
    }

    CompletableFuture<Invocation> result() {
        return result;
    }

    @Override
    public void run() {
        try {
            if (begin()) answer();
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        if (result.isDone()) return false;
        runner = Thread.currentThread();
        return true;
    }

    private void answer() {
        try {
            begun.run();
            Callable<byte[]> work = code.ready(requestId); // outside the timeout, as the init phase is
            Future<?> cut = clock.schedule(this::cutOff, timeout.toMillis(), TimeUnit.MILLISECONDS);
            Future<?> lost = clock.schedule(this::leave, 2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
            try {
                result.complete(new Invocation(requestId, work.call(), false));
            } finally {
                cut.cancel(false);
                lost.cancel(false);
            }
        } catch (Throwable e) {
            result.complete(failed(FunctionError.of(e)));
        }
    }

    private void cutOff() {
        if (result.complete(failed(FunctionError.timedOut(requestId, timeout)))) interrupt();
    }

    private Invocation failed(JsonNode error) {
        return new Invocation(requestId, error.toString().getBytes(UTF_8), true);
    }

    /** Has the code end early, if it listens. */
    synchronized void interrupt() {
        if (runner != null) runner.interrupt();
    }

    private void end() {
        synchronized (this) {
            runner = null;
            Thread.interrupted(); // meant for this call, not for the thread's next
        }
        leave();
    }

    private void leave() {
        if (left.compareAndSet(false, true)) leave.run();
    }
}
