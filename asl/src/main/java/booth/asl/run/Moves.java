package booth.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has changed of an execution's strands since it was last written down. */
final class Moves {
    private final Map<Strand, Change> changes = new LinkedHashMap<>();

    private static final class Change {
        private final Map<String, JsonNode> assigned = new LinkedHashMap<>();
        private boolean created;
    }

    void created(Strand strand) {
        of(strand).created = true;
    }

    void changed(Strand strand) {
        of(strand);
    }

    void assigned(Strand strand, JsonNode values) {
        values.fields().forEachRemaining(value -> of(strand).assigned.put(value.getKey(), value.getValue()));
    }

    private Change of(Strand strand) {
        return changes.computeIfAbsent(strand, any -> new Change());
    }

    /** The changes, oldest strand first; then there are none. */
    List<Position> take() {
        var positions = changes.entrySet().stream().map(Moves::position).toList();
        changes.clear();
        return positions;
    }

    private static Position position(Map.Entry<Strand, Change> entry) {
        var strand = entry.getKey();
        var change = entry.getValue();
        return new Position(
                strand.path(),
                change.created,
                strand.status().name(),
                strand.lastEvent(),
                change.created ? strand.item().map(Strand.Item::value) : Optional.empty(),
                change.assigned,
                strand.visit().map(Visit::stay));
    }
}
