package booth.garden.personalize;

import java.time.Instant;
import java.util.List;

/**
 * A click, as Personalize has it.
 *
 * @param item that was clicked, also the session's name
 * @param impression the items that were shown
 */
public record Interaction(String user, String item, List<String> impression, Instant at) {
    public Interaction {
        impression = List.copyOf(impression);
    }
}
