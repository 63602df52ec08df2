package booth.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What {@code $states} holds besides input and context: a result, or an error in a catcher, or neither. */
record StateResult(Optional<JsonNode> result, Optional<JsonNode> errorOutput) {
    static final StateResult NOTHING = new StateResult(Optional.empty(), Optional.empty());

    static StateResult result(JsonNode result) {
        return new StateResult(Optional.of(result), Optional.empty());
    }

    static StateResult error(Failure failure) {
        return new StateResult(Optional.empty(), Optional.of(failure.output()));
    }
}
