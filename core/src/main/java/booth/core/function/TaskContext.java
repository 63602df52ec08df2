package booth.core.function;

import booth.core.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * On whose behalf the state machine calls a task: {@code "task"} beside a task's own arguments and in the orders for
 * pictures.
 *
 * @param execution its name, {@code <jobId>-r<n>}
 * @param state the state's name
 * @param attempt how often this state has been retried, from 0
 * @param item which item of a Map it is for, from 0
 * @param booth whose guest it is
 * @param started when the execution did, in ISO 8601
 */
public record TaskContext(
        String execution,
        String state,
        int attempt,
        Optional<Integer> item,
        Optional<String> booth,
        Optional<String> started) {
    /** The field that holds it. */
    public static final String FIELD = "task";

    /** What an object says of its task; empty when it says nothing that can be understood. */
    public static Optional<TaskContext> in(JsonNode object) {
        try {
            return Optional.ofNullable(Json.MAPPER.treeToValue(object.get(FIELD), TaskContext.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
