package booth.asl.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code $states} has {@code input} and {@code context} everywhere, {@code result} in the Assign and Output of states
 * that have one, and {@code errorOutput} in those of catchers. AWS refuses other uses when the machine is made.
 */
final class StatesFieldCheck {
    private static final Pattern FIELD = Pattern.compile("\\$states\\s*\\.\\s*(\\w+)");
    /** Texts and comments, within which nothing is a variable. */
    private static final Pattern QUOTED =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Set<String> EVERYWHERE = Set.of("input", "context");
    private static final Set<String> WITH_RESULT = Set.of("Task", "Parallel", "Map");
    private static final Set<String> LEAVING = Set.of("Assign", "Output");
    private static final Set<String> NESTED = Set.of("Branches", "ItemProcessor");

    private final Findings findings;

    StatesFieldCheck(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode graph, String path) {
        graph.path("States").fields().forEachRemaining(state -> {
            var place = Pointer.join(path + "/States", state.getKey());
            state(state.getValue(), place);
            check(state.getValue().path("ItemProcessor"), place + "/ItemProcessor");
            var branches = state.getValue().path("Branches");
            for (int i = 0; i < branches.size(); i++) {
                check(branches.path(i), Pointer.join(place + "/Branches", i));
            }
        });
    }

    private void state(JsonNode state, String path) {
        boolean hasResult = WITH_RESULT.contains(state.path("Type").asText());
        fields(state, path, hasResult ? "result" : "");
    }

    /** @param leaving what else Assign and Output may use */
    private void fields(JsonNode node, String path, String leaving) {
        node.fields().forEachRemaining(field -> {
            var place = Pointer.join(path, field.getKey());
            if (NESTED.contains(field.getKey())) return;
            if (field.getKey().equals("Catch")) catchers(field.getValue(), place);
            else search(field.getValue(), place, LEAVING.contains(field.getKey()) ? leaving : "");
        });
    }

    private void catchers(JsonNode catchers, String path) {
        for (int i = 0; i < catchers.size(); i++) fields(catchers.path(i), Pointer.join(path, i), "errorOutput");
    }

    private void search(JsonNode node, String path, String also) {
        if (TemplateParser.isExpression(node)) expression(node.textValue(), path, also);
        node.fields().forEachRemaining(field -> search(field.getValue(), Pointer.join(path, field.getKey()), also));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) search(node.get(i), Pointer.join(path, i), also);
        }
    }

    private void expression(String source, String path, String also) {
        var used = new HashSet<String>();
        var matcher = FIELD.matcher(QUOTED.matcher(source).replaceAll("''"));
        while (matcher.find()) used.add(matcher.group(1));
        used.removeAll(EVERYWHERE);
        used.remove(also);
        for (var field : List.copyOf(used)) {
            findings.add(path, Fault.UNDEFINED_FIELD, "there is no $states." + field + " here");
        }
    }
}
