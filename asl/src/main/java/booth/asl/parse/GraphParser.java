package booth.asl.parse;

import booth.asl.definition.Graph;
import booth.asl.definition.State;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/** Reads {@code StartAt} and {@code States}, of the machine and of everything nested in it. */
final class GraphParser {
    private static final int LONGEST_NAME = 80;

    private final Findings findings;
    private final StateParser states;
    private final Set<String> names = new HashSet<>();

    GraphParser(Findings findings) {
        this.findings = findings;
        states = new StateParser(this, findings);
    }

    /** Reads a branch or a processor, which has no other fields. */
    Graph parse(Fields fields) {
        var graph = read(fields);
        fields.rejectTheRest();
        return graph;
    }

    Graph read(Fields fields) {
        fields.require("States");
        var start = fields.requiredText("StartAt");
        var parsed = new LinkedHashMap<String, State>();
        var object = fields.object("States");
        object.ifPresent(all -> all.node().fields().forEachRemaining(field -> {
            var state = new Fields(field.getValue(), all.at(field.getKey()), findings);
            checkName(field.getKey(), state);
            states.parse(field.getKey(), state).ifPresent(read -> parsed.put(field.getKey(), read));
        }));
        var graph = new Graph(start, parsed);
        object.ifPresent(all -> new TransitionCheck(graph, fields, all).check());
        return graph;
    }

    private void checkName(String name, Fields state) {
        if (!names.add(name)) {
            state.fault(Fault.DUPLICATE_STATE, "another state of this machine is called " + name + " too");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            state.fault(Fault.INVALID_VALUE, "a state's name has 1 to 80 characters");
        }
    }
}
