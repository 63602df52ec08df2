package booth.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has changed of an execution's graph runs since it was last written down. */
final class PositionChanges {
    private final Map<GraphRun, Change> changes = new LinkedHashMap<>();

    private static final class Change {
        private final Map<String, JsonNode> assigned = new LinkedHashMap<>();
        private boolean created;
    }

    void created(GraphRun graphRun) {
        of(graphRun).created = true;
    }

    void changed(GraphRun graphRun) {
        of(graphRun);
    }

    void assigned(GraphRun graphRun, JsonNode values) {
        values.fields().forEachRemaining(value -> of(graphRun).assigned.put(value.getKey(), value.getValue()));
    }

    private Change of(GraphRun graphRun) {
        return changes.computeIfAbsent(graphRun, any -> new Change());
    }

    /** The changes, oldest graph run first; then there are none. */
    List<Position> take() {
        var positions =
                changes.entrySet().stream().map(PositionChanges::position).toList();
        changes.clear();
        return positions;
    }

    private static Position position(Map.Entry<GraphRun, Change> entry) {
        var graphRun = entry.getKey();
        var change = entry.getValue();
        return new Position(
                graphRun.path(),
                change.created,
                graphRun.status().name(),
                graphRun.lastEvent(),
                change.created ? graphRun.item().map(GraphRun.Item::value) : Optional.empty(),
                change.assigned,
                graphRun.stateRun().map(StateRun::progress));
    }
}
