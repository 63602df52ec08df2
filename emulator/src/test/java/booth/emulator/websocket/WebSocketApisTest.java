package booth.emulator.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Clients;
import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import booth.emulator.lambda.FunctionSpec;
import booth.emulator.lambda.Functions;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

/** What API Gateway makes of a connection, and what functions can do with it, over the wire. */
class WebSocketApisTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T04:05:06.007Z"), ZoneOffset.UTC);
    private static final String FUNCTION = TestAccount.LOCAL.arn("lambda", "function:Doorman");
    private static final Functions FUNCTIONS = functions();
    private static final WebSocketApis APIS = new WebSocketApis(FUNCTIONS, CLOCK);
    private static final WireServer SERVER = new WireServer(0, List.of(), List.of(), List.of(APIS));
    private static final ApiGatewayManagementApiClient MANAGEMENT = Clients.build(
            ApiGatewayManagementApiClient.builder()
                    .endpointOverride(URI.create("http://127.0.0.1:" + SERVER.port() + "/live"))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(TestClients.CREDENTIALS),
            Duration.ofSeconds(30));

    static {
        APIS.deploy(new WebSocketApis.Spec(
                "abc1234567",
                "live",
                "action",
                Map.of(
                        "$connect", FUNCTION,
                        "$disconnect", FUNCTION,
                        "$default", FUNCTION,
                        "wave", FUNCTION)));
    }

    @BeforeEach
    void forget() {
        Doorman.TOLD.clear();
    }

    @AfterAll
    static void stop() {
        MANAGEMENT.close();
        APIS.close();
        SERVER.close();
        FUNCTIONS.close();
    }

    @Test
    void theFunctionSeesWhoComes() {
        Client.Open open = Client.connect(SERVER.port(), "?job=a%20b&x=1&x=2");

        JsonNode event = told("CONNECT");
        assertThat(event.at("/queryStringParameters/job").asText()).isEqualTo("a b");
        assertThat(event.at("/queryStringParameters/x").asText()).isEqualTo("2");
        assertThat(event.at("/multiValueQueryStringParameters/x")).hasSize(2);
        assertThat(event.at("/multiValueHeaders/X-Twice")).hasSize(2);
        assertThat(event.has("body")).isFalse();
        JsonNode context = event.path("requestContext");
        assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
        assertThat(context.path("stage").asText()).isEqualTo("live");
        assertThat(context.path("apiId").asText()).isEqualTo("abc1234567");
        assertThat(context.path("connectedAt").asLong()).isEqualTo(CLOCK.millis());
        assertThat(context.path("requestTime").asText()).isEqualTo("21/Nov/2026:04:05:06 +0000");
        assertThat(context.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.path("domainName").asText()).isEqualTo("127.0.0.1:" + SERVER.port());
        assertThat(context.path("connectionId").asText()).matches("[\\w-]{15}=");
        open.socket().abort();
    }

    @Test
    void theFunctionDecidesWhoComesIn() {
        assertThat(Client.refusal(SERVER.port(), "?answer=403")).isEqualTo(403);
        assertThat(Client.refusal(SERVER.port(), "?answer=404")).isEqualTo(404);
        assertThat(Client.refusal(SERVER.port(), "?answer=nonsense")).isEqualTo(502);
    }

    @Test
    void aMessageGoesWhereItsActionSays() {
        Client.Open open = Client.connect(SERVER.port(), "");

        for (String said : List.of("{\"action\":\"wave\"}", "{\"action\":\"jump\"}", "hello"))
            open.socket().sendText(said, true).join();

        await().until(() -> messages().size() == 3);
        assertThat(messages())
                .extracting(event -> event.path("body").asText() + " "
                        + event.at("/requestContext/routeKey").asText())
                .containsExactlyInAnyOrder(
                        "{\"action\":\"wave\"} wave", "{\"action\":\"jump\"} $default", "hello $default");
        assertThat(messages()).allMatch(event -> !event.has("queryStringParameters"));
        open.socket().abort();
    }

    @Test
    void whoseMessageFailsIsTold() {
        Client.Open open = Client.connect(SERVER.port(), "");

        open.socket().sendText("fail", true).join();

        await().until(() -> !open.client().heard.isEmpty());
        assertThat(open.client().heard.get(0)).contains("Internal server error", connectionId());
        open.socket().abort();
    }

    @Test
    void functionsWriteToConnectionsInOrder() {
        Client.Open open = Client.connect(SERVER.port(), "");

        for (String word : List.of("one", "two", "three")) post(connectionId(), word);

        await().until(() -> open.client().heard.size() == 3);
        assertThat(open.client().heard).containsExactly("one", "two", "three");
        open.socket().abort();
    }

    @Test
    void functionsSeeAndCloseConnections() {
        Client.Open open = Client.connect(SERVER.port(), "");
        String id = connectionId();

        GetConnectionResponse connection = MANAGEMENT.getConnection(get -> get.connectionId(id));
        assertThat(connection.connectedAt()).isEqualTo(CLOCK.instant());
        assertThat(connection.identity().sourceIp()).isEqualTo("127.0.0.1");
        MANAGEMENT.deleteConnection(delete -> delete.connectionId(id));

        assertThat(open.client().closed.join()).isEqualTo(WebSocket.NORMAL_CLOSURE);
        assertThat(told("DISCONNECT").at("/requestContext/connectionId").asText())
                .isEqualTo(id);
    }

    @Test
    void aConnectionThatBrokeIsGone() {
        Client.Open open = Client.connect(SERVER.port(), "");
        String id = connectionId();

        open.socket().abort();

        assertThat(told("DISCONNECT").at("/requestContext/connectionId").asText())
                .isEqualTo(id);
        assertThatThrownBy(() -> post(id, "too late")).isInstanceOf(GoneException.class);
        assertThatThrownBy(() -> MANAGEMENT.getConnection(get -> get.connectionId("never")))
                .isInstanceOf(GoneException.class);
    }

    @Test
    void aMessageThatIsTooLongIsRefusedInBothDirections() {
        Client.Open open = Client.connect(SERVER.port(), "");
        String id = connectionId();

        assertThatThrownBy(() -> post(id, "x".repeat((128 << 10) + 1))).isInstanceOf(PayloadTooLargeException.class);
        open.socket().sendText("x".repeat((128 << 10) + 1), true);

        assertThat(open.client().closed.join()).isEqualTo(1009);
    }

    private static void post(String id, String text) {
        MANAGEMENT.postToConnection(post -> post.connectionId(id).data(SdkBytes.fromUtf8String(text)));
    }

    private static String connectionId() {
        return told("CONNECT").at("/requestContext/connectionId").asText();
    }

    /** The last event of this type, once there is one. */
    private static JsonNode told(String type) {
        return await().until(
                        () -> Doorman.TOLD.stream()
                                .filter(event -> event.at("/requestContext/eventType")
                                        .asText()
                                        .equals(type))
                                .reduce((first, second) -> second),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<JsonNode> messages() {
        return Doorman.TOLD.stream()
                .filter(event -> event.at("/requestContext/eventType").asText().equals("MESSAGE"))
                .toList();
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    private static Functions functions() {
        Functions functions = new Functions(TestAccount.LOCAL);
        functions.deploy(new FunctionSpec(
                "Doorman", Doorman.class.getName(), Map.of(), Duration.ofSeconds(20), 128, FunctionSpec.Async.DEFAULT));
        return functions;
    }
}
