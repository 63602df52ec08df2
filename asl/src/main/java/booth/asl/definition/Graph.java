package booth.asl.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** States that lead to each other: the machine itself, a branch of a Parallel, or the processor of a Map. */
public record Graph(String startAt, Map<String, State> states) {
    public Graph {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /** The state of this name, which a parsed machine always has. */
    public State state(String name) {
        var state = states.get(name);
        if (state == null) throw new IllegalArgumentException("no state " + name);
        return state;
    }
}
