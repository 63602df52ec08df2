package booth.emulator.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestAccount;
import booth.emulator.lambda.FunctionSpec;
import booth.emulator.lambda.Functions;
import booth.emulator.wire.WireServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One guest with very many connections takes few threads, and nobody else's calls. */
class CrowdOfSocketsTest {
    private static final Limits LIMITS = new Limits(100, 10, 4, 50);

    private final Functions functions = new Functions(TestAccount.LOCAL);
    private final WebSocketApis apis = new WebSocketApis(functions, Clock.systemUTC(), LIMITS);
    private final WireServer server = new WireServer(
            0, List.of(), List.of(), List.of(apis, routes -> routes.get("/other", call -> call.result("answered"))));
    private final List<Client.Open> open = new ArrayList<>();

    CrowdOfSocketsTest() {
        functions.deploy(new FunctionSpec(
                "Doorman", Doorman.class.getName(), Map.of(), Duration.ofSeconds(60), 128, FunctionSpec.Async.DEFAULT));
        String function = TestAccount.LOCAL.arn("lambda", "function:Doorman");
        apis.deploy(new WebSocketApis.Spec(
                "abc1234567",
                "live",
                "action",
                Map.of("$connect", function, "$disconnect", function, "$default", function)));
    }

    @BeforeEach
    void busy() {
        Doorman.TOLD.clear();
        Doorman.holdUp();
    }

    @AfterEach
    void stop() {
        Doorman.letGo();
        open.forEach(one -> one.socket().abort());
        apis.close();
        server.close();
        functions.close();
    }

    @Test
    void anAddressHasSoManyConnectionsAndMayComeAgainWhenOneIsGone() {
        connect(LIMITS.perAddress());

        assertThat(Client.refusal(server.port(), "")).isEqualTo(429);
        open.remove(0).socket().abort();
        await(() -> Client.isLetIn(server.port()));
    }

    @Test
    void whatTheySayTakesFewThreadsAndOthersAreAnswered() throws Exception {
        connect(LIMITS.perAddress());
        open.forEach(one -> one.socket().sendText("wait", true).join());
        await(() -> waiting() == LIMITS.calls());

        assertThat(threads("websocket-api")).isEqualTo(LIMITS.calls());
        assertThat(other()).isEqualTo("answered");
        int turnedAway = LIMITS.perAddress() - LIMITS.calls() - LIMITS.waiting();
        await(() -> told("Too Many Requests") == turnedAway);
        Doorman.letGo();
        await(() -> waiting() == LIMITS.calls() + LIMITS.waiting());
    }

    @Test
    void whoWantsToComeInHoldsUpNobody() throws Exception {
        List<CompletableFuture<Integer>> crowd = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Client.refusal(server.port(), "?answer=wait")))
                .toList();
        CompletableFuture.anyOf(crowd.toArray(CompletableFuture[]::new)).join();

        assertThat(other()).isEqualTo("answered");
        Doorman.letGo();
        assertThat(crowd).extracting(CompletableFuture::join).containsOnly(429, 403);
    }

    private void connect(int many) {
        for (int i = 0; i < many; i++) open.add(Client.connect(server.port(), ""));
    }

    private long told(String word) {
        return open.stream()
                .filter(one -> one.client().heard.stream().anyMatch(text -> text.contains(word)))
                .count();
    }

    private static long waiting() {
        return Doorman.TOLD.stream()
                .filter(event -> event.path("body").asText().equals("wait"))
                .count();
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }

    private String other() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/other"))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
