package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/**
 * What carries out the work of Task states: Lambda functions, queues, SDK calls.
 *
 * <p>The call must return at once; the work ends when the stage does. A {@link TaskFailure} carries the error name
 * that {@code Retry} and {@code Catch} match; any other exception counts as {@code States.TaskFailed}. When the state
 * ends first (timeout, stop), the stage is cancelled and its result ignored.
 */
@FunctionalInterface
public interface TaskService {
    /**
     * Starts one attempt of a task. For {@code .waitForTaskToken} resources the stage completes when the request was
     * submitted; the result arrives through {@link booth.asl.run.Engine#taskSucceeded} or its sibling for failures.
     */
    CompletionStage<JsonNode> run(TaskRequest request);

    /**
     * The same for a service before which tasks may have to wait in line. The state's {@code TimeoutSeconds} and
     * {@code HeartbeatSeconds} begin with the task, so that a line alone never times a state out. AWS has no such line, and
     * no such rule: there a task that finds no room is throttled at once.
     *
     * @param begun to be run once, when the task leaves the line; before the stage is returned where there is none
     */
    default CompletionStage<JsonNode> run(TaskRequest request, Runnable begun) {
        begun.run();
        return run(request);
    }
}
