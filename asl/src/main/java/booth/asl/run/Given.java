package booth.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What {@code $states} holds besides input and context: a result, or an error in a catcher, or neither. */
record Given(Optional<JsonNode> result, Optional<JsonNode> errorOutput) {
    static final Given NOTHING = new Given(Optional.empty(), Optional.empty());

    static Given result(JsonNode result) {
        return new Given(Optional.of(result), Optional.empty());
    }

    static Given error(Failure failure) {
        return new Given(Optional.empty(), Optional.of(failure.output()));
    }
}
