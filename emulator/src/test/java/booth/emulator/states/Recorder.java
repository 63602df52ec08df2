package booth.emulator.states;

import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.asl.VirtualTimer;
import booth.asl.run.Engine;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Runs one execution by a clock that does not wait, on the caller's thread, with tasks that are answered by hand: its
 * history is the same every time. What it answers is what Step Functions' operations of this emulator answer.
 */
final class Recorder implements AutoCloseable {
    /** Far ahead: by the real clock, executions are forgotten that ended ninety days ago. */
    private static final Instant START = Instant.parse("2126-11-21T03:00:00Z");

    private static final String ROLE = "arn:aws:iam::123456789012:role/states";

    /** A task that was called and has not been answered. */
    private record Called(TaskRequest request, CompletableFuture<JsonNode> answer) {}

    private final VirtualTimer timer = new VirtualTimer(START);
    private final List<Called> calls = new ArrayList<>();
    private final Engine engine = new Engine(this::call, timer, Runnable::run);
    private final Map<String, Operation> operations = new TreeMap<>();
    private final String arn;

    /** @param name of the machine; the execution is {@code <name>-r0} */
    Recorder(Path folder, String name, String definition, String input) {
        Arns arns = new Arns("us-east-1", "123456789012");
        Machines machines = new Machines(folder.resolve("machines"));
        Runs runs = new Runs(folder.resolve("executions"), machines, engine, (run, event, summary) -> {}, timer);
        Catalog catalog = new Catalog(machines, runs);
        operations.putAll(new MachineOperations(arns, machines, catalog).operations());
        operations.putAll(new ExecutionOperations(arns, catalog, runs).operations());
        operations.put("GetExecutionHistory", new HistoryOperation(catalog));
        String machine = ask(
                        "CreateStateMachine",
                        object().put("name", name).put("definition", definition).put("roleArn", ROLE))
                .path("stateMachineArn")
                .textValue();
        arn = ask(
                        "StartExecution",
                        object().put("stateMachineArn", machine)
                                .put("name", name + "-r0")
                                .put("input", input))
                .path("executionArn")
                .textValue();
    }

    private CompletionStage<JsonNode> call(TaskRequest request) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        calls.add(new Called(request, answer));
        return request.taskToken().isPresent() ? CompletableFuture.completedFuture(object()) : answer;
    }

    Recorder after(long millis) {
        timer.advance(Duration.ofMillis(millis));
        return this;
    }

    /** Answers the task of a state that has waited longest. */
    Recorder succeed(String state, String output) {
        return succeed(state, 0, output);
    }

    /** @param which of those that wait, from 0 */
    Recorder succeed(String state, int which, String output) {
        Called call = take(state, which);
        call.request()
                .taskToken()
                .ifPresentOrElse(
                        token -> engine.taskSucceeded(token, parse(output)),
                        () -> call.answer().complete(parse(output)));
        return this;
    }

    Recorder fail(String state, String error, String cause) {
        return fail(state, 0, error, cause);
    }

    Recorder fail(String state, int which, String error, String cause) {
        Called call = take(state, which);
        call.request()
                .taskToken()
                .ifPresentOrElse(
                        token -> engine.taskFailed(token, error, cause),
                        () -> call.answer().completeExceptionally(new TaskFailure(error, cause)));
        return this;
    }

    private Called take(String state, int which) {
        Called call = calls.stream()
                .filter(known -> known.request().stateName().equals(state)
                        && !known.answer().isDone())
                .skip(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task of " + state + " waits."));
        calls.remove(call);
        return call;
    }

    Recorder stop(String error, String cause) {
        ask("StopExecution", execution().put("error", error).put("cause", cause));
        calls.clear();
        return this;
    }

    Recorder redrive() {
        calls.clear();
        ask("RedriveExecution", execution());
        return this;
    }

    /** The answer of DescribeExecution. */
    JsonNode description() {
        return ask("DescribeExecution", execution());
    }

    /** The answer of GetExecutionHistory. */
    JsonNode history() {
        return ask("GetExecutionHistory", execution().put("maxResults", 1000));
    }

    private ObjectNode execution() {
        return object().put("executionArn", arn);
    }

    private JsonNode ask(String operation, ObjectNode request) {
        Operation known = operations.get(operation);
        if (known == null) throw new AssertionError("There is no operation " + operation + ".");
        return known.call(new Request(request));
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    private static JsonNode parse(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
