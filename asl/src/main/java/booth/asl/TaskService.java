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
}
