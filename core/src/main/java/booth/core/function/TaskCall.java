package booth.core.function;

import booth.core.Json;
import booth.core.job.JobId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The JSON that calls a task, taken apart.
 *
 * @param arguments what the task itself reads
 * @param caller empty where a person or a test calls, not the state machine
 */
record TaskCall(ObjectNode arguments, Optional<TaskContext> caller) {
    /** Before anything is known of it. */
    static final TaskCall UNREAD = new TaskCall(JsonNodeFactory.instance.objectNode(), Optional.empty());

    static TaskCall read(InputStream in) throws IOException {
        if (!(Json.MAPPER.readTree(in) instanceof ObjectNode call))
            throw new IllegalArgumentException("A task is called with a JSON object.");
        return new TaskCall(
                call, Optional.ofNullable(Json.MAPPER.treeToValue(call.remove(TaskContext.FIELD), TaskContext.class)));
    }

    boolean keepsReady() {
        return KeepReady.is(arguments.path("detail-type").textValue());
    }

    LogLine line(String event) {
        LogLine line = LogLine.of(event);
        String job = arguments.path("jobId").asText();
        return (JobId.isOne(job) ? line.job(new JobId(job)) : line).task(caller);
    }
}
