package booth.emulator.states;

import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.asl.TaskService;
import booth.emulator.wire.TestClients;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A Step Functions endpoint for tests, with tasks that do as their resource says. */
final class States implements AutoCloseable {
    static final String ECHO = "arn:aws:lambda:us-east-1:123456789012:function:echo";
    static final String BROKEN = "arn:aws:lambda:us-east-1:123456789012:function:broken";
    static final String TOKEN = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

    final List<ObjectNode> events = new CopyOnWriteArrayList<>();
    /** Tokens of waiting tasks by the name of their state. */
    final Map<String, String> tokens = new ConcurrentHashMap<>();

    volatile boolean mended;

    final StatesService service;
    final SfnClient client;
    private final WireServer server;

    States(Path folder) {
        this(folder, event -> {});
    }

    /** @param receiver hears of each status event first */
    States(Path folder, Consumer<ObjectNode> receiver) {
        TaskService tasks = this::run;
        service = new StatesService(
                new StatesSettings(folder, "us-east-1", "123456789012"), tasks, receiver.andThen(events::add));
        server = new WireServer(0, List.of(service), List.of(), List.of());
        client = TestClients.of(SfnClient.builder(), URI.create("http://127.0.0.1:" + server.port()));
    }

    /** @return the machine's ARN */
    String create(String name, String definition) {
        return client.createStateMachine(machine ->
                        machine.name(name).definition(definition).roleArn("arn:aws:iam::123456789012:role/states"))
                .stateMachineArn();
    }

    static String oneTask(String resource) {
        return """
                {"QueryLanguage": "JSONata", "StartAt": "Do", "States": {"Do": {
                  "Type": "Task", "Resource": "%s", "End": true}}}""".formatted(resource);
    }

    static String waiting() {
        return """
                {"QueryLanguage": "JSONata", "StartAt": "Wait", "States": {"Wait": {
                  "Type": "Task", "Resource": "%s",
                  "Arguments": {"QueueUrl": "q", "MessageBody": {"taskToken": "{%% $states.context.Task.Token %%}"}},
                  "End": true}}}""".formatted(TOKEN);
    }

    private CompletionStage<JsonNode> run(TaskRequest request) {
        request.taskToken().ifPresent(token -> tokens.put(request.stateName(), token));
        if (request.resource().equals(BROKEN) && !mended)
            return CompletableFuture.failedFuture(new TaskFailure("booth.core.Busy", "later"));
        return CompletableFuture.completedFuture(
                request.taskToken().isPresent() ? JsonNodeFactory.instance.objectNode() : request.arguments());
    }

    @Override
    public void close() {
        client.close();
        server.close();
        service.close();
    }
}
