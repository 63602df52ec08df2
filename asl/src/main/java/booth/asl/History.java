package booth.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The events of one execution, numbered from 1; at most 25,000, of which the last is kept for the end. */
final class History {
    static final int LIMIT = 25_000;

    private final Execution execution;
    private final HistoryListener listener;
    private final Timer timer;
    private final List<HistoryEvent> events = new ArrayList<>();

    History(Execution execution, HistoryListener listener, Timer timer) {
        this.execution = execution;
        this.listener = listener;
        this.timer = timer;
    }

    /**
     * Writes an event down and gives its id.
     *
     * @throws HistoryFull when only the end may follow
     */
    long record(long previous, String type, ObjectNode details, String field) {
        if (size() >= LIMIT - 1) throw new HistoryFull();
        return recordEnd(previous, type, details, field);
    }

    /** Writes an event down that ends the execution. */
    long recordEnd(long previous, String type, ObjectNode details, String field) {
        var event = new HistoryEvent(size() + 1L, previous, timer.now(), type, details, field);
        synchronized (events) {
            events.add(event);
        }
        listener.recorded(execution, event);
        return event.id();
    }

    int size() {
        synchronized (events) {
            return events.size();
        }
    }

    List<HistoryEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /** The execution has as many events as AWS allows. */
    static final class HistoryFull extends RuntimeException {
        private static final long serialVersionUID = 1;

        HistoryFull() {
            super("The execution reached the maximum number of history events (" + LIMIT + ").");
        }
    }
}
