package booth.emulator.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * A state machine as it is now.
 *
 * @param logging {@code loggingConfiguration}, kept and answered but without effect
 * @param tracing {@code tracingConfiguration}, likewise
 * @param deleting whether it takes no more executions and goes with its last
 */
record Machine(
        String name,
        String arn,
        Instant created,
        Revision revision,
        ObjectNode logging,
        ObjectNode tracing,
        Map<String, String> tags,
        boolean deleting) {
    Machine {
        tags = Map.copyOf(tags);
    }

    Machine with(Revision newer) {
        return new Machine(name, arn, created, newer, logging, tracing, tags, deleting);
    }

    Machine withConfiguration(ObjectNode newLogging, ObjectNode newTracing) {
        return new Machine(name, arn, created, revision, newLogging, newTracing, tags, deleting);
    }

    Machine withTags(Map<String, String> newTags) {
        return new Machine(name, arn, created, revision, logging, tracing, newTags, deleting);
    }

    Machine goingAway() {
        return new Machine(name, arn, created, revision, logging, tracing, tags, true);
    }
}
