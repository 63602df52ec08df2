package booth.asl.run;

import booth.asl.definition.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes the events of one attempt of a task: {@code LambdaFunction…} for a bare function ARN, else {@code Task…}. */
final class TaskEvents {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Events events;
    private final GraphRun graphRun;
    private final Resource resource;
    private final String region;

    /** @param home where the execution runs, which is where its tasks do unless their resource says otherwise */
    TaskEvents(Events events, StateRun stateRun, Resource resource, String home) {
        this.events = events;
        this.graphRun = stateRun.graphRun();
        this.resource = resource;
        this.region = resource.region().isEmpty() ? home : resource.region();
    }

    /** What an attempt is scheduled with. */
    record Schedule(
            JsonNode arguments, Optional<Long> timeout, Optional<Long> heartbeat, Optional<JsonNode> credentials) {
        Position.Call call(long scheduledEvent) {
            return new Position.Call(scheduledEvent, timeout, heartbeat, credentials, false, Optional.empty());
        }
    }

    void scheduled(Schedule schedule) {
        var details = resource.isFunction()
                ? Events.input(JSON.objectNode().put("resource", resource.arn()), Payload.text(schedule.arguments()))
                : call().put("region", region).put("parameters", Payload.text(schedule.arguments()));
        schedule.timeout().ifPresent(seconds -> details.put("timeoutInSeconds", Math.toIntExact(seconds)));
        schedule.heartbeat()
                .filter(seconds -> !resource.isFunction())
                .ifPresent(seconds -> details.put("heartbeatInSeconds", Math.toIntExact(seconds)));
        schedule.credentials()
                .map(credentials -> credentials.path("RoleArn").asText())
                .ifPresent(role -> details.putObject("taskCredentials").put("roleArn", role));
        write("Scheduled", details);
    }

    /** What an attempt was scheduled with. */
    JsonNode arguments(long scheduledEvent) {
        return events.payload(scheduledEvent, resource.isFunction() ? "input" : "parameters");
    }

    void started() {
        if (resource.isFunction()) events.next(graphRun, "LambdaFunctionStarted", JSON.objectNode(), "");
        else write("Started", call());
    }

    void submitted(JsonNode output) {
        write("Submitted", Events.output(call(), output));
    }

    void succeeded(JsonNode output) {
        write("Succeeded", Events.output(call(), output));
    }

    /** @param how {@code Failed}, {@code SubmitFailed} or {@code TimedOut} */
    void failed(Failure failure, String how) {
        write(how, call().setAll(failure.details()));
    }

    private void write(String what, ObjectNode details) {
        var family = resource.isFunction() ? "lambdaFunction" : "task";
        var type = resource.isFunction() ? "LambdaFunction" : "Task";
        events.next(graphRun, type + what, details, family + what);
    }

    private ObjectNode call() {
        var call = JSON.objectNode();
        return resource.isFunction()
                ? call
                : call.put("resourceType", resource.type()).put("resource", resource.action());
    }
}
