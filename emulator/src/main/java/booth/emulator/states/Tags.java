package booth.emulator.states;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Tags of machines: kept, never looked at. */
final class Tags {
    private static final int MAX_ARN = 256;
    private static final int MAX_TAGS = 50;
    private final Machines machines;
    private final Catalog catalog;

    Tags(Machines machines, Catalog catalog) {
        this.machines = machines;
        this.catalog = catalog;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "TagResource", this::tag,
                "UntagResource", this::untag,
                "ListTagsForResource", this::list);
    }

    static Map<String, String> of(JsonNode list) {
        Map<String, String> tags = new TreeMap<>();
        list.forEach(tag -> tags.put(tag.path("key").asText(), tag.path("value").asText()));
        return tags;
    }

    private ObjectNode tag(Request request) {
        Machine machine = machine(request);
        Map<String, String> tags = new TreeMap<>(machine.tags());
        tags.putAll(of(request.body().path("tags")));
        if (tags.size() > MAX_TAGS)
            throw ServiceError.badRequest("TooManyTags", "A resource takes at most " + MAX_TAGS + " tags.");
        machines.save(machine.withTags(tags));
        return Wire.object();
    }

    private ObjectNode untag(Request request) {
        Machine machine = machine(request);
        Map<String, String> tags = new TreeMap<>(machine.tags());
        request.body().path("tagKeys").forEach(key -> tags.remove(key.asText()));
        machines.save(machine.withTags(tags));
        return Wire.object();
    }

    private ObjectNode list(Request request) {
        ObjectNode answer = Wire.object();
        ArrayNode tags = answer.putArray("tags");
        new TreeMap<>(machine(request).tags())
                .forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        return answer;
    }

    private Machine machine(Request request) {
        String arn = Arns.checked(request.text("resourceArn", MAX_ARN));
        return catalog.current(arn)
                .orElseThrow(() -> ServiceError.badRequest("ResourceNotFound", "Resource not found: '" + arn + "'"));
    }
}
