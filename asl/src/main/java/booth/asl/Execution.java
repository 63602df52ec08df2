package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One run of a machine. */
public final class Execution {
    private static final String LATER = "the interpreter is being written";

    Execution() {}

    public ExecutionIdentity identity() {
        throw new UnsupportedOperationException(LATER);
    }

    public ExecutionStatus status() {
        throw new UnsupportedOperationException(LATER);
    }

    public JsonNode input() {
        throw new UnsupportedOperationException(LATER);
    }

    public Optional<JsonNode> output() {
        throw new UnsupportedOperationException(LATER);
    }

    public Optional<String> error() {
        throw new UnsupportedOperationException(LATER);
    }

    public Optional<String> cause() {
        throw new UnsupportedOperationException(LATER);
    }

    public Instant startDate() {
        throw new UnsupportedOperationException(LATER);
    }

    public Optional<Instant> stopDate() {
        throw new UnsupportedOperationException(LATER);
    }

    public int redriveCount() {
        throw new UnsupportedOperationException(LATER);
    }

    public Optional<Instant> redriveDate() {
        throw new UnsupportedOperationException(LATER);
    }

    public List<HistoryEvent> history() {
        throw new UnsupportedOperationException(LATER);
    }

    /** Completes when the execution ends, well or badly; a redriven execution has a new stage. */
    public CompletionStage<Execution> ended() {
        throw new UnsupportedOperationException(LATER);
    }

    /** Ends a running execution as ABORTED; without effect on one that has ended. */
    public void stop(String error, String cause) {
        throw new UnsupportedOperationException(LATER);
    }

    /**
     * Continues a failed, timed out or aborted execution at the states that did not succeed.
     *
     * @throws IllegalStateException when it is running or has succeeded
     */
    public void redrive() {
        throw new UnsupportedOperationException(LATER);
    }
}
