package booth.asl.run;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one graph run of an execution stands: the execution's own, or one of a branch or an iteration. Made to be
 * written down (as JSON, by a mapper that knows {@code Optional} and {@code Instant}) and read again by
 * {@link Engine#restore}; payloads that stand in an event are not repeated, the event's id stands for them.
 *
 * @param path the empty text for the execution's own; below it a slash and the index of each branch or iteration
 * @param created whether the graph run is new, so that nothing said earlier about its path holds any more
 * @param status {@code WAITING} for its turn, {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED} or {@code ABORTED}
 * @param lastEvent the event that leads to its next
 * @param item what it works on, where it is an iteration; told once
 * @param assigned variables that got a value since the last time
 * @param state how far the state is that it is in or ended in
 */
public record Position(
        String path,
        boolean created,
        String status,
        long lastEvent,
        Optional<JsonNode> item,
        Map<String, JsonNode> assigned,
        @JsonAlias("visit") Optional<StateProgress> state) {
    public Position {
        assigned = Map.copyOf(assigned);
    }

    /**
     * How far the run of a state is.
     *
     * @param enteredEvent its {@code …StateEntered}, which has its name and input
     * @param retries how often each of its retriers has retried
     * @param token of the current attempt
     * @param failure why it failed, until it is tried again
     * @param children how many branches or iterations it has
     * @param until when a pause before a retry, or a Wait state, ends
     * @param call what a task waits for
     */
    public record StateProgress(
            long enteredEvent,
            int retryCount,
            List<Integer> retries,
            Optional<String> token,
            Optional<Failure> failure,
            int children,
            Optional<Instant> until,
            Optional<Call> call) {
        public StateProgress {
            retries = List.copyOf(retries);
        }
    }

    /**
     * A task under way.
     *
     * @param scheduledEvent its {@code …Scheduled}, which has its arguments
     * @param timeout in seconds
     * @param heartbeat in seconds
     * @param submitted whether the call that gives a token away has returned
     * @param answer what came with the token while that call was still out
     */
    public record Call(
            long scheduledEvent,
            Optional<Long> timeout,
            Optional<Long> heartbeat,
            Optional<JsonNode> credentials,
            boolean submitted,
            Optional<Answer> answer) {
        Call withAnswer(Answer early) {
            return new Call(scheduledEvent, timeout, heartbeat, credentials, submitted, Optional.of(early));
        }

        Call asSubmitted() {
            return new Call(scheduledEvent, timeout, heartbeat, credentials, true, answer);
        }
    }

    /** How a worker answered: with one of the two. */
    public record Answer(Optional<JsonNode> output, Optional<Failure> failure) {
        static Answer success(JsonNode output) {
            return new Answer(Optional.of(output), Optional.empty());
        }

        static Answer failure(Failure failure) {
            return new Answer(Optional.empty(), Optional.of(failure));
        }
    }

    /** What is known of the path when this is said after the other. */
    Position after(Position earlier) {
        if (created) return this;
        Map<String, JsonNode> variables = new LinkedHashMap<>(earlier.assigned);
        variables.putAll(assigned);
        return new Position(path, false, status, lastEvent, item.or(earlier::item), variables, state);
    }
}
