package booth.asl;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that stands still until told to advance: a wait of a day takes microseconds. */
public final class VirtualTimer implements Timer {
    private record Alarm(Instant when, long order, Runnable action) {}

    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::when).thenComparing(Alarm::order));
    private Instant now;
    private long order;

    public VirtualTimer() {
        this(Instant.parse("2026-11-20T10:00:00Z"));
    }

    public VirtualTimer(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Cancellable schedule(Instant when, Runnable action) {
        var alarm = new Alarm(when, order++, action);
        alarms.add(alarm);
        return () -> cancel(alarm);
    }

    /** Moves the clock, ringing every alarm on the way at its own time, those set meanwhile included. */
    public void advance(Duration duration) {
        var end = now().plus(duration);
        for (var ringing = next(end); ringing != null; ringing = next(end)) ringing.run();
        reach(end);
    }

    /** How many alarms are set. */
    public synchronized int pending() {
        return alarms.size();
    }

    private synchronized @Nullable Runnable next(Instant end) {
        var first = alarms.peek();
        if (first == null || first.when().isAfter(end)) return null;
        alarms.remove();
        reach(first.when());
        return first.action();
    }

    private synchronized void reach(Instant instant) {
        if (instant.isAfter(now)) now = instant;
    }

    private synchronized void cancel(Alarm alarm) {
        alarms.remove(alarm);
    }
}
