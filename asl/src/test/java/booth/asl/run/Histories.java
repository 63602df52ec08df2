package booth.asl.run;

import booth.asl.HistoryEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Short forms of histories for assertions. */
final class Histories {
    private Histories() {}

    /** {@code 3<2 TaskScheduled}: id, predecessor, type. */
    static List<String> chain(Execution execution) {
        return execution.history().stream()
                .map(event -> event.id() + "<" + event.previousEventId() + " " + event.type())
                .toList();
    }

    static List<String> types(Execution execution) {
        return execution.history().stream().map(HistoryEvent::type).toList();
    }

    /** The details of the first event of a type. */
    static JsonNode details(Execution execution, String type) {
        return execution.history().stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in " + types(execution)))
                .details();
    }

    /** The AWS name of the details field of the first event of a type. */
    static String field(Execution execution, String type) {
        return execution.history().stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow()
                .detailsField();
    }
}
