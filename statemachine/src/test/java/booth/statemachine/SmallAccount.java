package booth.statemachine;

import static booth.statemachine.FakeTasks.json;

import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.asl.TaskService;
import booth.asl.VirtualTimer;
import booth.asl.run.Engine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An account in which few functions run at once, each for some seconds; the others are throttled, as Lambda does it. */
final class SmallAccount implements TaskService, AutoCloseable {
    private static final Map<String, Long> MILLIS = Map.of("Detect", 2000L, "Segment", 1000L);
    private static final long ANY_OTHER = 500;
    private static final Duration PAINTING = Duration.ofSeconds(20);

    final VirtualTimer clock = new VirtualTimer();
    final Engine engine = new Engine(this, clock, Runnable::run, new Random(1));
    private final int concurrency;
    private final int faces;
    private Instant awake = Instant.MIN;
    private int running;
    private int throttled;

    SmallAccount(int concurrency, int faces) {
        this.concurrency = concurrency;
        this.faces = faces;
    }

    /** Nobody called for two weeks: until then the functions' snapshots are being made anew. */
    void sleeps(Duration reactivation) {
        awake = clock.now().plus(reactivation);
    }

    int throttled() {
        return throttled;
    }

    @Override
    public CompletionStage<JsonNode> run(TaskRequest request) {
        Optional<String> token = request.taskToken();
        if (token.isPresent()) {
            clock.schedule(clock.now().plus(PAINTING), () -> engine.taskSucceeded(token.get(), painted(request)));
            return CompletableFuture.completedFuture(json("{\"MessageId\":\"m\"}"));
        }
        if (clock.now().isBefore(awake)) return fail("Lambda.SnapStartNotReadyException");
        if (running == concurrency) {
            throttled++;
            return fail("Lambda.TooManyRequestsException");
        }
        return runs(request);
    }

    private CompletionStage<JsonNode> runs(TaskRequest request) {
        String function = request.resource().substring(request.resource().lastIndexOf(':') + 1);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        running++;
        clock.schedule(clock.now().plusMillis(MILLIS.getOrDefault(function, ANY_OTHER)), () -> {
            running--;
            answer.complete(answer(function, request.arguments()));
        });
        return answer;
    }

    private JsonNode answer(String function, JsonNode asked) {
        if (!function.equals("Detect")) return json("{\"mask\":\"m\",\"status\":\"told\"}");
        ObjectNode found =
                (ObjectNode) json("{\"frame\":{\"key\":\"frame.png\",\"width\":1024,\"height\":640},\"glasses\":[]}");
        ArrayNode boxes = found.putArray("faces");
        for (int i = 1; i <= faces; i++) boxes.add(json("{\"box\":[1,2,3,4],\"mask\":\"face-" + i + ".png\"}"));
        return found;
    }

    private static JsonNode painted(TaskRequest request) {
        return json("{\"index\":" + request.arguments().at("/MessageBody/index") + ",\"status\":\"succeeded\"}");
    }

    private static CompletionStage<JsonNode> fail(String error) {
        return CompletableFuture.failedFuture(new TaskFailure(error, "Rate exceeded"));
    }

    @Override
    public void close() {
        engine.close();
    }
}
