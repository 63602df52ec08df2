package booth.emulator.states;

import booth.asl.HistoryEvent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** GetExecutionHistory. */
final class HistoryOperation implements Operation {
    private static final int MAX_ARN = 256;
    /** What {@code includeExecutionData: false} leaves out: everything that is the payload of states. */
    private static final List<String> PAYLOADS = List.of("input", "output", "parameters", "assignedVariables");

    private final Catalog catalog;

    HistoryOperation(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public ObjectNode call(Request request) {
        Run run = catalog.run(request.text("executionArn", MAX_ARN));
        boolean reverse = request.flag("reverseOrder", false);
        boolean data = request.flag("includeExecutionData", true);
        Page<HistoryEvent> page = Page.of(
                run.history().stream(),
                request,
                Page.TOKEN,
                event -> reverse ? Page.descending(event.id()) : Page.ascending(event.id()));
        ObjectNode answer = Wire.object();
        ArrayNode items = answer.putArray("events");
        page.items().forEach(event -> items.add(written(event, data)));
        page.token().ifPresent(token -> answer.put("nextToken", token));
        return answer;
    }

    private static ObjectNode written(HistoryEvent event, boolean data) {
        ObjectNode item = Wire.object()
                .put("timestamp", Wire.seconds(event.timestamp()))
                .put("type", event.type())
                .put("id", event.id())
                .put("previousEventId", event.previousEventId());
        if (event.detailsField().isEmpty()) return item;
        ObjectNode details = event.details().deepCopy();
        if (!data) details.remove(PAYLOADS);
        item.set(event.detailsField(), details);
        return item;
    }
}
