package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Executor;

/** Runs executions. */
public final class Engine implements AutoCloseable {
    private static final String LATER = "the interpreter is being written";

    public Engine(TaskService tasks, Timer timer, Executor executor) {}

    public Execution start(
            StateMachine machine, ExecutionIdentity identity, JsonNode input, HistoryListener listener) {
        throw new UnsupportedOperationException(LATER);
    }

    /** Whether a task was waiting with this token; false when it is unknown, used or timed out. */
    public boolean taskSucceeded(String token, JsonNode output) {
        throw new UnsupportedOperationException(LATER);
    }

    public boolean taskFailed(String token, String error, String cause) {
        throw new UnsupportedOperationException(LATER);
    }

    public boolean taskHeartbeat(String token) {
        throw new UnsupportedOperationException(LATER);
    }

    @Override
    public void close() {}
}
