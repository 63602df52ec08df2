package booth.asl.parse;

import booth.asl.definition.Graph;
import booth.asl.definition.State;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every transition must lead to a state of the same graph, every state be reached, and some state end it. */
final class TransitionCheck {
    private final Graph graph;
    private final Fields whole;
    private final Fields states;

    TransitionCheck(Graph graph, Fields whole, Fields states) {
        this.graph = graph;
        this.whole = whole;
        this.states = states;
    }

    void check() {
        if (states.node().isEmpty()) {
            states.fault(Fault.MISSING_FIELD, Fields.EMPTY);
            return;
        }
        if (whole.has("StartAt")) target(whole, "StartAt");
        states.node()
                .fieldNames()
                .forEachRemaining(name -> transitions(states.object(name).orElseThrow()));
        if (graph.states().size() < states.node().size()) return; // of a broken state nobody knows where it leads
        unreachable();
        if (graph.states().values().stream().noneMatch(TransitionCheck::ends)) {
            states.fault(Fault.MISSING_END_STATE, "no state ends this: add \"End\": true, Succeed or Fail");
        }
    }

    private void transitions(Fields state) {
        target(state, "Next");
        target(state, "Default");
        if (state.node().path("Catch").isArray()) {
            state.objects("Catch").forEach(catcher -> target(catcher, "Next"));
        }
        if (state.node().path("Choices").isArray()) {
            state.objects("Choices").forEach(rule -> target(rule, "Next"));
        }
    }

    private void target(Fields from, String field) {
        var next = from.node().path(field);
        if (next.isTextual() && !states.node().has(next.textValue())) {
            from.fault(field, Fault.MISSING_TRANSITION_TARGET, "there is no state " + next.textValue() + " here");
        }
    }

    private void unreachable() {
        var reached = new HashSet<String>();
        var queue = new ArrayDeque<>(List.of(graph.startAt()));
        while (!queue.isEmpty()) {
            var name = queue.remove();
            if (!graph.states().containsKey(name) || !reached.add(name)) continue;
            queue.addAll(successors(graph.state(name)));
        }
        if (reached.isEmpty()) return; // StartAt itself is at fault
        report(reached);
    }

    private void report(Set<String> reached) {
        for (var name : graph.states().keySet()) {
            if (!reached.contains(name)) {
                states.fault(name, Fault.UNREACHABLE_STATE, "no transition leads to " + name);
            }
        }
    }

    private static boolean ends(State state) {
        return state.accept(new Nexts()).stream().anyMatch(Optional::isEmpty);
    }

    private static List<String> successors(State state) {
        return state.accept(new Nexts()).stream().flatMap(Optional::stream).toList();
    }
}
