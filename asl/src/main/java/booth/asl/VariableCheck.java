package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of variables are Unicode identifiers of at most 80 characters other than {@code states}, and a branch or an
 * iteration must not assign a name that a state around it assigns: inner scopes read outer variables, never write them.
 */
final class VariableCheck {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

    private final Findings findings;

    VariableCheck(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode machine) {
        check(machine, "", Set.of());
    }

    private void check(JsonNode graph, String path, Set<String> outer) {
        var states = graph.path("States");
        var own = new LinkedHashMap<String, String>();
        states.fields().forEachRemaining(state -> assigned(state.getValue(), state(path, state.getKey()), own));
        own.forEach((place, name) -> checkName(place, name, outer));
        var visible = new HashSet<>(outer);
        visible.addAll(own.values());
        states.fields().forEachRemaining(state -> nested(state.getValue(), state(path, state.getKey()), visible));
    }

    private static String state(String path, String name) {
        return Pointer.join(path + "/States", name);
    }

    private void nested(JsonNode state, String path, Set<String> visible) {
        check(state.path("ItemProcessor"), path + "/ItemProcessor", visible);
        var branches = state.path("Branches");
        for (int i = 0; i < branches.size(); i++) {
            check(branches.path(i), Pointer.join(path + "/Branches", i), visible);
        }
    }

    /** Places and names of the variables that a state, its rules and its catchers assign. */
    private static void assigned(JsonNode state, String path, Map<String, String> into) {
        state.path("Assign")
                .fieldNames()
                .forEachRemaining(name -> into.put(Pointer.join(path + "/Assign", name), name));
        for (var list : Set.of("Catch", "Choices")) {
            var elements = state.path(list);
            for (int i = 0; i < elements.size(); i++) {
                assigned(elements.path(i), Pointer.join(Pointer.join(path, list), i), into);
            }
        }
    }

    private void checkName(String place, String name, Set<String> outer) {
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
                    "an outer scope assigns " + name + ": inner scopes read outer variables, never write them");
        }
    }
}
