package booth.cli.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a function's log.
 *
 * @param function whose log it stands in
 * @param line what the function wrote, a JSON object
 */
public record LogEntry(Instant at, String function, JsonNode line) {
    /** Which item of a Map it is about. */
    Optional<Integer> item() {
        return line.path("item").isInt() ? Optional.of(line.path("item").intValue()) : Optional.empty();
    }

    String text(String field) {
        return line.path(field).asText("");
    }
}
