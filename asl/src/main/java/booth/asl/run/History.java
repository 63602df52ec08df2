package booth.asl.run;

import booth.asl.HistoryEvent;
import booth.asl.Timer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The events of one execution, numbered from 1; at most 25,000, of which the last is kept for the end. */
final class History {
    static final int LIMIT = 25_000;

    private final Timer timer;
    private final List<HistoryEvent> events;
    private int taken;

    /** @param before events of earlier steps */
    History(List<HistoryEvent> before, Timer timer) {
        this.timer = timer;
        events = new ArrayList<>(before);
        taken = before.size();
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
        return event.id();
    }

    /** Those since the last time. */
    List<HistoryEvent> take() {
        synchronized (events) {
            var fresh = List.copyOf(events.subList(taken, events.size()));
            taken = events.size();
            return fresh;
        }
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

    HistoryEvent event(long id) {
        synchronized (events) {
            return events.get((int) id - 1);
        }
    }

    /** A payload that stands in an event as text. */
    JsonNode payload(long id, String field) {
        return Payload.parse(event(id).details().path(field).textValue());
    }

    /** The execution has as many events as AWS allows. */
    static final class HistoryFull extends RuntimeException {
        private static final long serialVersionUID = 1;

        HistoryFull() {
            super("The execution reached the maximum number of history events (" + LIMIT + ").");
        }
    }
}
