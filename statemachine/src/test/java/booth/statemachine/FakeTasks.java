package booth.statemachine;

import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.asl.TaskService;
import booth.core.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Functions and a queue that answer what a test tells them, and remember what they were asked. */
final class FakeTasks implements TaskService {
    private static final String SEND = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

    interface Answer {
        JsonNode to(JsonNode arguments);
    }

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Deque<TaskFailure>> failures = new HashMap<>();
    private final Map<String, List<JsonNode>> asked = new HashMap<>();
    private final Map<String, List<CompletableFuture<JsonNode>>> held = new HashMap<>();
    private final List<JsonNode> messages = new ArrayList<>();

    void answer(String function, Answer answer) {
        answers.put(function, answer);
    }

    /** The next calls of the function fail, in this order, before it answers again. */
    void failNext(String function, TaskFailure... first) {
        failures.computeIfAbsent(function, f -> new ArrayDeque<>()).addAll(List.of(first));
    }

    /** Calls of the function stay open; the test completes them. */
    List<CompletableFuture<JsonNode>> hold(String function) {
        return held.computeIfAbsent(function, f -> new ArrayList<>());
    }

    /** Arguments of every call of the function so far. */
    List<JsonNode> calls(String function) {
        return asked.getOrDefault(function, List.of());
    }

    /** Bodies of the messages sent to the generation queue so far. */
    List<JsonNode> messages() {
        return messages;
    }

    @Override
    public CompletionStage<JsonNode> run(TaskRequest request) {
        if (request.resource().equals(SEND)) {
            if (!request.arguments().path("QueueUrl").asText().equals("generation-queue"))
                throw new IllegalArgumentException("wrong queue: " + request.arguments());
            messages.add(request.arguments().path("MessageBody"));
            return CompletableFuture.completedFuture(json("{\"MessageId\":\"m\"}"));
        }
        String function = request.resource().substring(request.resource().lastIndexOf(':') + 1);
        asked.computeIfAbsent(function, f -> new ArrayList<>()).add(request.arguments());
        if (held.containsKey(function)) {
            CompletableFuture<JsonNode> open = new CompletableFuture<>();
            hold(function).add(open);
            return open;
        }
        Deque<TaskFailure> next = failures.getOrDefault(function, new ArrayDeque<>());
        if (!next.isEmpty()) return CompletableFuture.failedFuture(next.remove());
        Answer answer = answers.get(function);
        if (answer == null) throw new IllegalArgumentException("nobody told " + function + " what to answer");
        return CompletableFuture.completedFuture(answer.to(request.arguments()));
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
