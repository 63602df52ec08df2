package booth.asl.definition;

import java.time.Duration;
import java.util.Optional;

/**
 * A valid machine.
 *
 * @param definition the JSON it was read from
 * @param comment {@code Comment}
 * @param graph {@code StartAt} and {@code States}
 * @param timeout {@code TimeoutSeconds}: how long an execution may take
 */
public record StateMachine(String definition, Optional<String> comment, Graph graph, Optional<Duration> timeout) {}
