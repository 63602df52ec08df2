package booth.asl.run;

import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.asl.TaskService;
import booth.asl.Timer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A task service that does, state by state, what the test wrote down; the last line of a script repeats. */
final class ScriptedTasks implements TaskService {
    /** A call that was made. */
    record Call(TaskRequest request, Instant at) {}

    final List<Call> calls = new ArrayList<>();
    final List<CompletableFuture<JsonNode>> open = new ArrayList<>();
    private final Map<String, Queue<Function<TaskRequest, CompletionStage<JsonNode>>>> scripts = new HashMap<>();
    private final Queue<Runnable> line = new ArrayDeque<>();
    private final Timer timer;
    private boolean lines;

    ScriptedTasks(Timer timer) {
        this.timer = timer;
    }

    ScriptedTasks on(String state, Function<TaskRequest, CompletionStage<JsonNode>> answer) {
        scripts.computeIfAbsent(state, name -> new ArrayDeque<>()).add(answer);
        return this;
    }

    ScriptedTasks gives(String state, String json) {
        return on(state, request -> CompletableFuture.completedFuture(Bench.json(json)));
    }

    /** Answers with its arguments. */
    ScriptedTasks echoes(String state) {
        return on(state, request -> CompletableFuture.completedFuture(request.arguments()));
    }

    ScriptedTasks fails(String state, String error) {
        return on(state, request -> CompletableFuture.failedFuture(new TaskFailure(error, "because")));
    }

    /** Never answers by itself; the test completes {@link #open}. */
    ScriptedTasks hangs(String state) {
        return on(state, request -> {
            var future = new CompletableFuture<JsonNode>();
            open.add(future);
            return future;
        });
    }

    /** From now on tasks wait in line until the test says that they begin. */
    void hasALine() {
        lines = true;
    }

    /** The tasks in line begin. */
    void begins() {
        for (var begun = line.poll(); begun != null; begun = line.poll()) begun.run();
    }

    @Override
    public CompletionStage<JsonNode> run(TaskRequest request, Runnable begun) {
        if (lines) line.add(begun);
        else begun.run();
        return run(request);
    }

    @Override
    public CompletionStage<JsonNode> run(TaskRequest request) {
        calls.add(new Call(request, timer.now()));
        var script = scripts.get(request.stateName());
        if (script == null) throw new IllegalStateException("no script for " + request.stateName());
        var answer = script.size() > 1 ? script.remove() : script.element();
        return answer.apply(request);
    }

    List<JsonNode> arguments() {
        return calls.stream().map(call -> call.request().arguments()).toList();
    }

    /** The pauses between the calls. */
    List<Duration> pauses() {
        var pauses = new ArrayList<Duration>();
        for (int i = 1; i < calls.size(); i++) {
            pauses.add(Duration.between(calls.get(i - 1).at(), calls.get(i).at()));
        }
        return pauses;
    }
}
