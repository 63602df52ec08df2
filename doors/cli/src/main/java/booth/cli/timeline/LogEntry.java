package booth.cli.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One line of a function's log.
 *
 * @param function whose log it stands in
 * @param line what the function wrote, a JSON object
 */
public record LogEntry(Instant at, String function, JsonNode line) {
    String text(String field) {
        return line.path(field).asText("");
    }
}
