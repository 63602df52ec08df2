package booth.asl.jsonata;

import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The variables, named without {@code $}, and the time that the expressions of one step of a state see. */
public final class Bindings {
    private final Map<String, Object> values = new HashMap<>();
    private final Instant now;

    public Bindings(Map<String, JsonNode> variables, Instant now) {
        variables.forEach((name, value) -> values.put(name, Values.toJsonata(value)));
        this.now = now;
    }

    /** A frame of its own for each evaluation, since an expression may bind names in it. */
    Frame frame() {
        var frame = new Frame(null);
        AwsFunctions.bind(frame, now);
        values.forEach(frame::bind);
        return frame;
    }
}
