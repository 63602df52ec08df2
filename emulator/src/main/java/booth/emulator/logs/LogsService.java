package booth.emulator.logs;

import booth.emulator.account.Account;
import booth.emulator.lambda.FunctionOutput;
import booth.emulator.wire.JsonService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** CloudWatch Logs, as far as finding what functions printed goes: DescribeLogGroups and FilterLogEvents. */
public final class LogsService implements JsonService {
    private static final int MOST_GROUPS = 50;
    private static final int MOST_EVENTS = 10_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LogGroups groups;
    private final Account account;

    public LogsService(LogGroups groups, Account account) {
        this.groups = groups;
        this.account = account;
    }

    @Override
    public String target() {
        return "Logs_20140328";
    }

    @Override
    public JsonNode call(String action, JsonNode input) {
        return switch (action) {
            case "DescribeLogGroups" -> describe(input);
            case "FilterLogEvents" -> filter(input);
            default -> throw ServiceError.unknownOperation(action);
        };
    }

    private JsonNode describe(JsonNode input) {
        String prefix = input.path("logGroupNamePrefix").asText();
        String part = input.path("logGroupNamePattern").asText();
        if (!prefix.isEmpty() && !part.isEmpty())
            throw invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        Stream<LogGroup> found = groups.all().stream()
                .filter(group -> group.name().startsWith(prefix) && group.name().contains(part));
        ObjectNode answer = JSON.objectNode();
        page(answer, "logGroups", found, LogGroup::name, this::describe, input, MOST_GROUPS);
        return answer;
    }

    private ObjectNode describe(LogGroup group) {
        String arn = account.arn("logs", "log-group:" + group.name());
        return JSON.objectNode()
                .put("logGroupName", group.name())
                .put("creationTime", group.since().toEpochMilli())
                .put("metricFilterCount", 0)
                .put("arn", arn + ":*")
                .put("storedBytes", group.size())
                .put("logGroupClass", "STANDARD")
                .put("logGroupArn", arn);
    }

    private JsonNode filter(JsonNode input) {
        LogGroup group = group(input);
        FilterPattern pattern = FilterPattern.parse(input.path("filterPattern").asText());
        long start = input.path("startTime").asLong(0);
        long end = input.path("endTime").asLong(Long.MAX_VALUE);
        Stream<LogEvent> found = (asksForOurStream(input) ? group.events() : List.<LogEvent>of())
                .stream()
                        .filter(event -> event.timestamp() >= start && event.timestamp() <= end)
                        .filter(event -> pattern.matches(event.message()));
        ObjectNode answer = JSON.objectNode();
        page(answer, "events", found, LogEvent::id, LogsService::describe, input, MOST_EVENTS);
        answer.putArray("searchedLogStreams");
        return answer;
    }

    private static ObjectNode describe(LogEvent event) {
        return JSON.objectNode()
                .put("logStreamName", FunctionOutput.STREAM)
                .put("timestamp", event.timestamp())
                .put("message", event.message())
                .put("ingestionTime", event.timestamp())
                .put("eventId", event.id());
    }

    /** By name, or by identifier: a name or an ARN. */
    private LogGroup group(JsonNode input) {
        String name = input.path("logGroupName").asText();
        String identifier = input.path("logGroupIdentifier").asText();
        if (name.isEmpty() == identifier.isEmpty())
            throw invalid("Exactly one of logGroupName and logGroupIdentifier must be given.");
        String either = name
                + identifier
                        .replaceFirst("^arn:[^:]*:logs:[^:]*:[^:]*:log-group:", "")
                        .replaceFirst(":\\*$", "");
        return groups.find(either)
                .orElseThrow(() -> ServiceError.badRequest(
                        "ResourceNotFoundException", "The specified log group does not exist."));
    }

    private static boolean asksForOurStream(JsonNode input) {
        JsonNode names = input.path("logStreamNames");
        boolean named = names.isEmpty()
                || names.valueStream().anyMatch(name -> name.asText().equals(FunctionOutput.STREAM));
        return named
                && FunctionOutput.STREAM.startsWith(
                        input.path("logStreamNamePrefix").asText());
    }

    /** Adds a page of what was found, which is in the order of its keys; the token is the last key of the page. */
    private static <T> void page(
            ObjectNode answer,
            String field,
            Stream<T> found,
            Function<T, String> key,
            Function<T, ObjectNode> describe,
            JsonNode input,
            int most) {
        int limit = limit(input, most);
        String last = input.path("nextToken").asText();
        List<T> rest = found.filter(item -> key.apply(item).compareTo(last) > 0)
                .limit(limit + 1L)
                .toList();
        var items = answer.putArray(field);
        rest.stream().limit(limit).map(describe).forEach(items::add);
        if (rest.size() > limit) answer.put("nextToken", key.apply(rest.get(limit - 1)));
    }

    private static int limit(JsonNode input, int most) {
        int limit = Optional.ofNullable(input.get("limit")).map(JsonNode::asInt).orElse(most);
        if (limit >= 1 && limit <= most) return limit;
        throw invalid("1 validation error detected: Value '" + limit + "' at 'limit' failed to satisfy constraint:"
                + " Member must have value between 1 and " + most);
    }

    private static ServiceError invalid(String message) {
        return ServiceError.badRequest("InvalidParameterException", message);
    }
}
