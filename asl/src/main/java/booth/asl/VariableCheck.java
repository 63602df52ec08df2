package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Names of variables are Unicode identifiers of at most 80 characters other than {@code states}. */
final class VariableCheck {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

    private final Findings findings;

    VariableCheck(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode graph, String path) {
        graph.path("States").fields().forEachRemaining(state -> {
            var place = Pointer.join(path + "/States", state.getKey());
            assigned(state.getValue(), place);
            check(state.getValue().path("ItemProcessor"), place + "/ItemProcessor");
            var branches = state.getValue().path("Branches");
            for (int i = 0; i < branches.size(); i++) {
                check(branches.path(i), Pointer.join(place + "/Branches", i));
            }
        });
    }

    /** The variables that a state, its rules and its catchers assign. */
    private void assigned(JsonNode state, String path) {
        state.path("Assign")
                .fieldNames()
                .forEachRemaining(name -> checkName(name, Pointer.join(path + "/Assign", name)));
        for (var list : List.of("Catch", "Choices")) {
            var elements = state.path(list);
            for (int i = 0; i < elements.size(); i++) {
                assigned(elements.path(i), Pointer.join(Pointer.join(path, list), i));
            }
        }
    }

    private void checkName(String name, String place) {
        if (!NAME.matcher(name).matches() || name.equals("states")) {
            findings.add(
                    place,
                    Fault.INVALID_VARIABLE,
                    "a variable's name is letters, digits and _, at most 80, and not the reserved states");
        }
    }
}
