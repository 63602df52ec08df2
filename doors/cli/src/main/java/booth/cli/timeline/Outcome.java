package booth.cli.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How a step stands. {@code CAUGHT}: it failed, and the state machine went on another way. {@code ABORTED}: something else
 * ended it; the end of the execution's own time counts as its failure.
 */
public enum Outcome {
    RUNNING,
    SUCCEEDED,
    CAUGHT,
    FAILED,
    ABORTED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
