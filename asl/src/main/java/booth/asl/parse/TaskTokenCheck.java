package booth.asl.parse;

import booth.asl.definition.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** {@code $states.context.Task.Token} exists only in Task states whose resource waits for one. */
final class TaskTokenCheck {
    private static final String TOKEN = "$states.context.Task.Token";
    private static final Set<String> NESTED = Set.of("Branches", "ItemProcessor");

    private final Findings findings;

    TaskTokenCheck(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode graph, String path) {
        graph.path("States").fields().forEachRemaining(state -> {
            var place = Pointer.join(path + "/States", state.getKey());
            if (!waits(state.getValue())) search(state.getValue(), place);
            check(state.getValue().path("ItemProcessor"), place + "/ItemProcessor");
            var branches = state.getValue().path("Branches");
            for (int i = 0; i < branches.size(); i++) {
                check(branches.path(i), Pointer.join(place + "/Branches", i));
            }
        });
    }

    private static boolean waits(JsonNode state) {
        return new Resource(state.path("Resource").asText()).hasTaskToken();
    }

    private void search(JsonNode node, String path) {
        if (TemplateParser.isExpression(node) && node.textValue().contains(TOKEN)) {
            findings.add(
                    path,
                    Fault.TASK_TOKEN,
                    "there is a task token only where Resource ends with .waitForTaskToken or .sync");
        }
        node.fields().forEachRemaining(field -> {
            if (!NESTED.contains(field.getKey())) search(field.getValue(), Pointer.join(path, field.getKey()));
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) search(node.get(i), Pointer.join(path, i));
        }
    }
}
