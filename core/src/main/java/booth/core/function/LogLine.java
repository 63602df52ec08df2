package booth.core.function;

import booth.core.Refused;
import booth.core.job.ExecutionName;
import booth.core.job.JobId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one line of a function's log says, put together field by field. References and names only: image bytes, prompts,
 * landmarks, links and task tokens stay out of every log, which is why nobody can add a field of their own.
 */
public final class LogLine {
    private static final int LONGEST_MESSAGE = 500;
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?\"'<>]*)\\?[^\\s\"'<>]*");
    private static final Pattern BLOB = Pattern.compile("[A-Za-z0-9+/=_-]{120,}"); // bytes in base64, task tokens

    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    private LogLine(String event) {
        fields.put("event", event);
    }

    /** @param event what happened, in snake_case, e.g. {@code picture_stored} */
    public static LogLine of(String event) {
        return new LogLine(event);
    }

    public LogLine job(JobId id) {
        fields.put("jobId", id.value());
        return this;
    }

    /** @param name of the state machine's execution */
    public LogLine execution(String name) {
        fields.put("execution", name);
        return this;
    }

    /** The execution, the state, the retry, the Map's item and the booth on whose behalf this happens; and the job, where nobody named it. */
    public LogLine task(TaskContext task) {
        if (!fields.has("jobId")) ExecutionName.parse(task.execution()).ifPresent(name -> job(name.job()));
        execution(task.execution());
        fields.put("state", task.state()).put("attempt", task.attempt());
        task.item().ifPresent(number -> fields.put("item", number));
        task.booth().ifPresent(name -> fields.put("booth", name));
        return this;
    }

    public LogLine task(Optional<TaskContext> task) {
        return task.map(this::task).orElse(this);
    }

    /** @param number of the picture, from 1 */
    public LogLine index(int number) {
        fields.put("index", number);
        return this;
    }

    /** @param duration how long it took */
    public LogLine millis(long duration) {
        fields.put("millis", duration);
        return this;
    }

    /** @param code a class name or a code */
    public LogLine error(String code) {
        fields.put("error", code);
        return this;
    }

    /** A refusal's code and sentence, any other error's class and message; causes are the business of whoever threw. */
    public LogLine error(Throwable thrown) {
        if (thrown instanceof Refused refused) return error(refused.code()).message(refused.sentence());
        error(thrown.getClass().getName());
        return thrown.getMessage() == null ? this : message(thrown.getMessage());
    }

    /** @param text a sentence for an operator; the queries of links in it, which may be signatures, are cut away */
    public LogLine message(String text) {
        String clean = BLOB.matcher(QUERY.matcher(text).replaceAll("$1?…")).replaceAll("…");
        fields.put(
                "message", clean.length() <= LONGEST_MESSAGE ? clean : clean.substring(0, LONGEST_MESSAGE - 1) + "…");
        return this;
    }

    String json() {
        return fields.toString();
    }
}
