package booth.asl.run;

import static booth.asl.run.Bench.json;

import booth.asl.ExecutionStatus;
import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.asl.TaskService;
import booth.asl.VirtualTimer;
import booth.asl.definition.StateMachine;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One life of the process: an engine, its clock, and tasks that always do the same. */
final class Life implements TaskService {
    final VirtualTimer timer = new VirtualTimer();
    final Engine engine = new Engine(this, timer, Runnable::run, new Random(1));
    final List<Step> steps = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final Map<String, JsonNode> sent = new LinkedHashMap<>();
    private final Map<String, JsonNode> unread = new LinkedHashMap<>();

    Life() {
        this(Map.of());
    }

    /** @param queue letters that outlived an earlier process */
    Life(Map<String, JsonNode> queue) {
        sent.putAll(queue);
        unread.putAll(queue);
    }

    /** Fails as often as the arguments say; what has a token is answered later. */
    @Override
    public CompletionStage<JsonNode> run(TaskRequest request) {
        calls.add(request.stateName() + request.arguments());
        if (request.retryCount() < request.arguments().path("failures").asInt()) {
            return CompletableFuture.failedFuture(new TaskFailure("Flaky", "not yet"));
        }
        request.taskToken().ifPresent(token -> {
            sent.put(token, request.arguments());
            unread.put(token, request.arguments());
        });
        return CompletableFuture.completedFuture(request.arguments());
    }

    Execution start(StateMachine machine, String input) {
        return driven(engine.start(machine, Bench.IDENTITY, json(input), (execution, step) -> steps.add(step)));
    }

    Execution restore(StateMachine machine, List<Step> before) {
        steps.addAll(before);
        return driven(engine.restore(machine, Bench.IDENTITY, before, (execution, step) -> steps.add(step)));
    }

    /** Lets time pass and letters be answered until there is nothing to wait for. */
    Execution driven(Execution execution) {
        for (int second = 0; second < 100 && execution.status() == ExecutionStatus.RUNNING; second++) {
            var due = new LinkedHashMap<>(unread);
            unread.clear();
            due.forEach(this::answer);
            timer.advance(Duration.ofSeconds(1));
        }
        return execution;
    }

    private void answer(String token, JsonNode letter) {
        if (letter.path("refuse").asBoolean()) engine.taskFailed(token, "Refused", "no");
        else engine.taskSucceeded(token, letter);
    }
}
