package booth.asl.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Names of variables are Unicode identifiers of at most 80 characters other than {@code states}, and no branch or
 * processor assigns one that a scope around it assigns too: "variable names must be unique across outer and inner
 * scopes". One exception is recorded: a branch may assign what a catcher of its own Parallel assigns.
 */
final class VariableCheck {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

    private static final List<String> WITHIN = List.of("Catch", "Choices");

    private final Findings findings;

    VariableCheck(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode machine) {
        check(machine, "", Set.of());
    }

    private void check(JsonNode graph, String path, Set<String> outer) {
        graph.path("States").fields().forEachRemaining(state -> {
            var place = Pointer.join(path + "/States", state.getKey());
            assigned(state.getValue(), place, WITHIN, (name, where) -> checkName(name, where, outer));
        });
        graph.path("States").fields().forEachRemaining(state -> {
            var place = Pointer.join(path + "/States", state.getKey());
            check(state.getValue().path("ItemProcessor"), place + "/ItemProcessor", visible(graph, outer, ""));
            var branches = state.getValue().path("Branches");
            for (int i = 0; i < branches.size(); i++) {
                check(branches.path(i), Pointer.join(place + "/Branches", i), visible(graph, outer, state.getKey()));
            }
        });
    }

    /** @param parallel whose catchers do not count in its branches: they assign once those are over */
    private static Set<String> visible(JsonNode graph, Set<String> outer, String parallel) {
        var visible = new HashSet<>(outer);
        graph.path("States").fields().forEachRemaining(state -> {
            var lists = state.getKey().equals(parallel) ? List.<String>of() : WITHIN;
            assigned(state.getValue(), "", lists, (name, where) -> visible.add(name));
        });
        return visible;
    }

    /** The variables that a state, its rules and its catchers assign, each with its place. */
    private static void assigned(JsonNode state, String path, List<String> within, BiConsumer<String, String> each) {
        state.path("Assign")
                .fieldNames()
                .forEachRemaining(name -> each.accept(name, Pointer.join(path + "/Assign", name)));
        for (var list : within) {
            var elements = state.path(list);
            for (int i = 0; i < elements.size(); i++) {
                assigned(elements.path(i), Pointer.join(Pointer.join(path, list), i), List.of(), each);
            }
        }
    }

    private void checkName(String name, String place, Set<String> outer) {
        if (!NAME.matcher(name).matches() || name.equals("states")) {
            findings.add(
                    place,
                    Fault.INVALID_VARIABLE,
                    "a variable's name is letters, digits and _, at most 80, and not the reserved states");
        }
        if (outer.contains(name)) {
            findings.add(
                    place,
                    Fault.INVALID_VARIABLE,
                    "the variable " + name + " belongs to an outer scope, which inner scopes read but never assign");
        }
    }
}
