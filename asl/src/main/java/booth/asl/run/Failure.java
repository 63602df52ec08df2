package booth.asl.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Why a state, a branch or an execution failed.
 *
 * @param error the error name; a Fail state need not give one
 * @param cause a text for people
 * @param missedHeartbeat AWS reports a missed heartbeat as {@code States.Timeout}, yet lets
 *     {@code States.HeartbeatTimeout} match it
 */
public record Failure(Optional<String> error, Optional<String> cause, boolean missedHeartbeat) {
    /** Of an execution that did not fail. */
    static final Failure NONE = new Failure(Optional.empty(), Optional.empty(), false);

    static final String RUNTIME = "States.Runtime";
    static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    static final String TIMEOUT = "States.Timeout";
    static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

    /** Empty texts count as none. */
    static Failure of(String error, String cause) {
        return new Failure(stateResult(error), stateResult(cause), false);
    }

    /** What {@link #details} wrote. */
    static Failure read(ObjectNode details) {
        return of(details.path("error").asText(), details.path("cause").asText());
    }

    static Failure timeout() {
        return new Failure(Optional.of(TIMEOUT), Optional.empty(), false);
    }

    static Failure heartbeatTimeout() {
        return new Failure(Optional.of(TIMEOUT), Optional.empty(), true);
    }

    private static Optional<String> stateResult(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    boolean is(String name) {
        return error.filter(name::equals).isPresent();
    }

    /** {@code $states.errorOutput}: null stands for what was not given; AWS gives timeouts an empty cause. */
    ObjectNode output() {
        var unsaid = is(TIMEOUT) ? "" : null;
        return JsonNodeFactory.instance
                .objectNode()
                .put("Error", error.orElse(null))
                .put("Cause", cause.orElse(unsaid));
    }

    /** The {@code error} and {@code cause} of history events. */
    ObjectNode details() {
        var details = JsonNodeFactory.instance.objectNode();
        error.ifPresent(name -> details.put("error", name));
        cause.ifPresent(text -> details.put("cause", text));
        return details;
    }
}
