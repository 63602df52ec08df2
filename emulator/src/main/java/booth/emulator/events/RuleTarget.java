package booth.emulator.events;

import java.util.Optional;

/**
 * Where a rule's events go.
 *
 * @param arn of a function or queue
 * @param input what it gets in place of the event, JSON
 */
public record RuleTarget(String arn, Optional<String> input) {
    String message(String event) {
        return input.orElse(event);
    }
}
