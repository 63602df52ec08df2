package booth.core.function;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Lambda handler of a task: strict JSON in, record out, and one line in the log for every call, whose event is
 * {@code task_succeeded}, {@code task_refused}, {@code task_busy} or {@code task_failed}.
 *
 * <p>Beside the task's own fields the input may carry a {@link TaskContext}, as it does when the state machine calls. The
 * call of {@link KeepReady} is answered with an empty object.
 */
public abstract class JsonHandler<I, O> implements RequestStreamHandler {
    private final Class<I> input;
    private final BiFunction<I, Optional<TaskContext>, O> task;
    private final JsonLog log;

    protected JsonHandler(Class<I> input, Function<I, O> task) {
        this(input, (arguments, caller) -> task.apply(arguments), JsonLog.standardOutput());
    }

    /** @param task for one that needs to know which execution calls */
    protected JsonHandler(Class<I> input, BiFunction<I, Optional<TaskContext>, O> task, JsonLog log) {
        this.input = input;
        this.task = task;
        this.log = log;
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        long start = System.nanoTime();
        TaskCall call = TaskCall.UNREAD;
        try {
            call = TaskCall.read(in);
            if (call.keepsReady()) {
                Json.MAPPER.writeValue(out, JsonNodeFactory.instance.objectNode());
                return;
            }
            Json.MAPPER.writeValue(out, task.apply(arguments(call), call.caller()));
            log.write(line("task_succeeded", call, start));
        } catch (IOException | RuntimeException | Error e) { // rises as it is; the log is where operators look for it
            log.write(line(eventOf(e), call, start).error(e));
            throw e;
        }
    }

    private I arguments(TaskCall call) throws IOException {
        try {
            return Json.MAPPER.treeToValue(call.arguments(), input);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof Refused refused) throw refused; // keep the name the state machine routes on
            throw e;
        }
    }

    private static String eventOf(Throwable error) {
        if (error instanceof Refused) return "task_refused";
        return error instanceof Busy ? "task_busy" : "task_failed";
    }

    private static LogLine line(String event, TaskCall call, long start) {
        return call.line(event).millis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
}
