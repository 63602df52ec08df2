package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import booth.emulator.spool.Spool;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

class LambdaServiceTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Queue<String> dead = new ConcurrentLinkedQueue<>();
    private final Functions functions = new Functions(TestAccount.LOCAL);
    private final AsyncInvocations events;
    private final EventSources sources = new EventSources(TestClients.of(SqsClient.builder(), 1), functions);
    private final WireServer server;
    private final LambdaClient lambda;

    LambdaServiceTest(@TempDir Path folder) {
        events = new AsyncInvocations(
                functions,
                (queue, body, attributes) -> dead.add(queue + " " + body),
                new Spool(folder),
                Duration.ofMillis(10));
        server = new WireServer(0, List.of(), List.of(), List.of(new LambdaService(functions, events, sources)));
        lambda = TestClients.of(LambdaClient.builder(), server.port());
    }

    @AfterEach
    void stop() {
        lambda.close();
        server.close();
        events.close();
        functions.close();
    }

    @Test
    void aFunctionHasAnEnvironmentOfItsOwn() throws Exception {
        deploy("Greet", Handlers.Greeter.class, Map.of("GREETING", "hello from "));
        deploy("Bow", Handlers.Greeter.class, Map.of("GREETING", "welcome from "));

        assertThat(json(invoke("Greet", "{\"a\":1}")))
                .isEqualTo(JSON.readTree("{\"greeting\":\"hello from Greet\",\"input\":{\"a\":1},\"timely\":true}"));
        assertThat(json(invoke("Bow", "{}")).path("greeting").asText()).isEqualTo("welcome from Bow");
    }

    @Test
    void aFunctionIsFoundByArnAndAlias() {
        deploy("Greet", Handlers.Greeter.class, Map.of());
        String arn = "arn:aws:lambda:us-east-1:000000000000:function:Greet";

        for (String name : List.of("Greet", "Greet:live", arn, arn + ":live", arn + ":$LATEST"))
            assertThat(invoke(name, "{}").functionError()).as(name).isNull();
    }

    @Test
    void errorsCarryTheClassNameOfTheirException() throws Exception {
        deploy("Refuse", Handlers.Refuser.class, Map.of());

        InvokeResponse answer = invoke("Refuse", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isEqualTo("Unhandled");
        JsonNode error = json(answer);
        assertThat(error.path("errorType").asText()).isEqualTo("booth.emulator.lambda.Handlers$NotToday");
        assertThat(error.path("errorMessage").asText()).isEqualTo("not today");
        assertThat(error.path("stackTrace").get(0).asText()).contains("Handlers$Refuser.handleRequest");
        assertThat(error.path("cause").path("errorType").asText()).isEqualTo("java.io.IOException");
    }

    @Test
    void aFunctionThatTakesTooLongIsCutOff() throws Exception {
        functions.deploy(spec("Sleep", Handlers.Sleeper.class, Map.of(), Duration.ofMillis(200)));

        InvokeResponse answer = invoke("Sleep", "{}");

        assertThat(answer.functionError()).isEqualTo("Unhandled");
        assertThat(json(answer).path("errorType").asText()).isEqualTo("Sandbox.Timedout");
        assertThat(json(answer).path("errorMessage").asText()).endsWith("Task timed out after 0.20 seconds");
    }

    @Test
    void eventsOfAwsReachHandlersAsObjects() {
        deploy("Watch", Handlers.Watcher.class, Map.of());
        deploy("Listen", Handlers.Listener.class, Map.of());

        assertThat(invoke(
                                "Watch",
                                "{\"Records\":[{\"eventTime\":\"2026-11-20T10:00:00.000Z\",\"s3\":{\"object\":{\"key\":\"photo/a+b%2Bc.png\"}}}]}")
                        .payload()
                        .asUtf8String())
                .isEqualTo("[\"photo/a b+c.png\"]");
        assertThat(invoke(
                                "Listen",
                                "{\"detail-type\":\"Change\",\"time\":\"2026-11-20T10:00:00Z\",\"detail\":{\"status\":\"FAILED\"}}")
                        .payload()
                        .asUtf8String())
                .isEqualTo("\"Change FAILED\"");
    }

    @Test
    void anEventIsTriedThreeTimesThenADeadLetter() {
        functions.deploy(spec("Refuse", Handlers.Refuser.class, Map.of(), Duration.ofSeconds(3))
                .with(new FunctionSpec.Async(2, Optional.of("arn:dead"), Optional.of("arn:failures"))));
        Handlers.Refuser.CALLS.clear();

        InvokeResponse answer = lambda.invoke(call -> call.functionName("Refuse")
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String("{\"n\":1}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        Awaitility.await().untilAsserted(() -> assertThat(dead).hasSize(2));
        assertThat(Handlers.Refuser.CALLS).containsExactly("{\"n\":1}", "{\"n\":1}", "{\"n\":1}");
        assertThat(dead.remove()).isEqualTo("arn:dead {\"n\":1}");
        assertThat(dead.remove())
                .startsWith("arn:failures {")
                .contains(
                        "\"condition\":\"RetriesExhausted\"",
                        "\"approximateInvokeCount\":3",
                        "\"requestPayload\":{\"n\":1}");
    }

    @Test
    void anEventOutlivesTheProcessWithItsAttempts(@TempDir Path spool) {
        functions.deploy(spec("Refuse", Handlers.Refuser.class, Map.of(), Duration.ofSeconds(3))
                .with(new FunctionSpec.Async(2, Optional.of("arn:dead"), Optional.empty())));
        Handlers.Refuser.CALLS.clear();
        try (AsyncInvocations patient = asynchronous(spool, Duration.ofHours(1))) {
            patient.invoke("Refuse", new byte[] {'7'});
            Awaitility.await().until(() -> noted(spool).contains("\"attempt\":2"));
        }

        try (AsyncInvocations restarted = asynchronous(spool, Duration.ofMillis(10))) {
            restarted.resume();
            Awaitility.await().until(() -> dead.contains("arn:dead 7"));
            Awaitility.await().until(() -> noted(spool).isEmpty());
        }
        assertThat(Handlers.Refuser.CALLS).containsExactly("7", "7", "7");
    }

    @Test
    void anEventThatWasUnderWayIsTakenUpAgain(@TempDir Path spool) {
        functions.deploy(spec("Work", Handlers.Sleeper.class, Map.of(), Duration.ofMinutes(5)));
        try (AsyncInvocations stopped = asynchronous(spool, Duration.ZERO)) {
            stopped.invoke("Work", new byte[] {'8'});
        }
        deploy("Work", Handlers.Refuser.class, Map.of());
        Handlers.Refuser.CALLS.clear();

        try (AsyncInvocations restarted = asynchronous(spool, Duration.ofHours(1))) {
            restarted.resume();
            Awaitility.await().until(() -> noted(spool).contains("\"attempt\":2"));
        }
        assertThat(Handlers.Refuser.CALLS).containsExactly("8");
    }

    private AsyncInvocations asynchronous(Path spool, Duration wait) {
        return new AsyncInvocations(
                functions, (queue, body, attributes) -> dead.add(queue + " " + body), new Spool(spool), wait);
    }

    private static String noted(Path folder) {
        Spool spool = new Spool(folder);
        return spool.names().stream()
                .map(name -> new String(spool.read(name), UTF_8))
                .collect(joining());
    }

    @Test
    void functionsAreListed() {
        deploy("Greet", Handlers.Greeter.class, Map.of("GREETING", "hello"));

        FunctionConfiguration listed = lambda.listFunctions().functions().get(0);
        assertThat(listed.functionName()).isEqualTo("Greet");
        assertThat(listed.timeout()).isEqualTo(3);
        assertThat(listed.environment().variables()).containsEntry("GREETING", "hello");
        assertThat(lambda.getFunction(get -> get.functionName("Greet"))
                        .configuration()
                        .functionArn())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Greet");
        assertThatThrownBy(() -> lambda.getFunction(get -> get.functionName("Nobody")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found: arn:aws:lambda:us-east-1:000000000000:function:Nobody");
        assertThatThrownBy(() -> invoke("Nobody", "{}")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void functionsAreListedPageByPage() {
        for (String name : List.of("A", "B", "C")) deploy(name, Handlers.Greeter.class, Map.of());

        assertThat(lambda.listFunctionsPaginator(list -> list.maxItems(2)))
                .extracting(page -> page.functions().size())
                .containsExactly(2, 1);
        assertThat(lambda.listFunctionsPaginator(list -> list.maxItems(2)).functions())
                .extracting(FunctionConfiguration::functionName)
                .containsExactly("A", "B", "C");
    }

    @Test
    void whatIsNoJsonReachesNoFunctionAndNothingIsAnEmptyObject() throws Exception {
        deploy("Greet", Handlers.Greeter.class, Map.of());

        assertThatThrownBy(() -> invoke("Greet", "not json"))
                .isInstanceOf(InvalidRequestContentException.class)
                .hasMessageContaining("Could not parse request body into json: Could not parse payload into json: ");
        assertThat(json(lambda.invoke(call -> call.functionName("Greet"))).path("input"))
                .isEqualTo(JSON.readTree("{}"));
    }

    @Test
    void aHandlerThatCannotTakeItsEnvironmentIsRefusedByName() {
        assertThatThrownBy(() -> deploy("Odd", Handlers.Stranger.class, Map.of()))
                .hasMessageContaining("Odd")
                .hasMessageContaining("Handlers$Stranger")
                .hasMessageContaining("Map<String, String>");
        assertThatThrownBy(() -> deploy("Odd", String.class, Map.of())).hasMessageContaining("RequestStreamHandler");
    }

    private InvokeResponse invoke(String name, String payload) {
        return lambda.invoke(call -> call.functionName(name).payload(SdkBytes.fromUtf8String(payload)));
    }

    private static JsonNode json(InvokeResponse answer) throws Exception {
        return JSON.readTree(answer.payload().asByteArray());
    }

    private void deploy(String name, Class<?> handler, Map<String, String> environment) {
        functions.deploy(spec(name, handler, environment, Duration.ofSeconds(3)));
    }

    static FunctionSpec spec(String name, Class<?> handler, Map<String, String> environment, Duration timeout) {
        return new FunctionSpec(name, handler.getName(), environment, timeout, 512, FunctionSpec.Async.DEFAULT);
    }
}
