package booth.emulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestAccount;
import booth.emulator.lambda.FunctionSpec;
import booth.emulator.lambda.Functions;
import booth.emulator.lambda.Handlers;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What API Gateway makes of a request and of a function's answer, over the wire. */
class HttpApisTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T04:05:06.007Z"), ZoneOffset.UTC);
    private static final Functions FUNCTIONS = functions();
    private static final HttpApis APIS = new HttpApis(TestAccount.LOCAL, FUNCTIONS, CLOCK);
    private static final WireServer SERVER =
            new WireServer(0, TestAccount.LOCAL.gate(), List.of(), List.of(), List.of(), Map.of(), APIS);

    static {
        APIS.deploy(new HttpApis.Spec(
                "abc1234567",
                List.of(
                        route("ANY /mirror/{name}/{rest+}", "Mirror"),
                        route("POST /puppet", "Puppet"),
                        route("GET /refuser", "Refuser"),
                        route("GET /nobody", "Nobody"),
                        new Route("GET /sleeper", new Integration("Sleeper", Duration.ofMillis(50)))),
                Optional.of(new Cors(
                        List.of("https://booth.example", "http://*"),
                        List.of("GET", "POST"),
                        List.of("authorization"),
                        List.of("location"),
                        false,
                        Optional.of(300)))));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        APIS.close();
        FUNCTIONS.close();
    }

    @Test
    void aFunctionSeesTheWholeRequest() throws Exception {
        JsonNode event = seen(request("/mirror/a%20b/c+d/%C3%BC?day=2026-11-21&x=1&x=a%20b+c&flag")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .header("Cookie", "a=1; b=2")
                .header("User-Agent", "test")
                .header("Content-Type", "application/json; charset=utf-8")
                .method("POST", BodyPublishers.ofString("{\"ü\":1}")));

        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("ANY /mirror/{name}/{rest+}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/mirror/a b/c+d/ü");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("day=2026-11-21&x=1&x=a%20b+c&flag");
        assertThat(event.path("queryStringParameters")).isEqualTo(json("{'day':'2026-11-21','x':'1,a b c','flag':''}"));
        assertThat(event.path("pathParameters")).isEqualTo(json("{'name':'a b','rest':'c+d/ü'}"));
        assertThat(event.path("cookies")).isEqualTo(json("['a=1','b=2']"));
        assertThat(event.path("headers").path("x-twice").asText()).isEqualTo("one,two");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("headers").path("content-length").asText()).isEqualTo("8");
        assertThat(event.path("headers").path("x-forwarded-proto").asText()).isEqualTo("http");
        assertThat(event.path("headers").path("x-forwarded-port").asText()).isEqualTo(String.valueOf(SERVER.port()));
        assertThat(event.path("body").asText()).isEqualTo("{\"ü\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void theRequestsContextIsTold() throws Exception {
        JsonNode context =
                seen(request("/mirror/a/b").header("User-Agent", "test")).path("requestContext");

        assertThat(context.path("http"))
                .isEqualTo(
                        json(
                                "{'method':'GET','path':'/mirror/a/b','protocol':'HTTP/1.1','sourceIp':'127.0.0.1','userAgent':'test'}"));
        assertThat(context.path("time").asText()).isEqualTo("21/Nov/2026:04:05:06 +0000");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(CLOCK.millis());
        assertThat(context.path("apiId").asText()).isEqualTo("abc1234567");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("accountId").asText()).isEqualTo("000000000000");
        assertThat(context.path("requestId").asText()).isNotEmpty();
    }

    @Test
    void whatIsNotThereIsLeftOut() throws Exception {
        JsonNode event = seen(request("/mirror/a/b"));

        assertThat(event.path("rawQueryString").asText()).isEmpty();
        assertThat(List.of("body", "cookies", "queryStringParameters")).noneMatch(event::has);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, false",
        "text/plain;charset=utf-8, false",
        "application/xml, false",
        "application/javascript, false",
        "application/octet-stream, true",
        "application/x-www-form-urlencoded, true",
        "application/problem+json, true",
        "image/jpeg, true"
    })
    void whatIsNoTextTravelsInBase64(String type, boolean encoded) throws Exception {
        JsonNode event =
                seen(request("/mirror/a/b").header("Content-Type", type).PUT(BodyPublishers.ofString("a=b")));

        assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(encoded);
        assertThat(event.path("body").asText())
                .isEqualTo(encoded ? Base64.getEncoder().encodeToString("a=b".getBytes(UTF_8)) : "a=b");
    }

    @Test
    void aFunctionDecidesTheWholeAnswer() throws Exception {
        HttpResponse<String> answer = told("""
                        {"statusCode":201,"headers":{"Location":"/v1/jobs/1","X-Number":3},"cookies":["a=1","b=2; Secure"],
                         "body":"aGVsbG8=","isBase64Encoded":true}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.headers().firstValue("location")).contains("/v1/jobs/1");
        assertThat(answer.headers().firstValue("x-number")).contains("3");
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2; Secure");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.headers().firstValue("apigw-requestid")).isPresent();
    }

    @Test
    void anEmptyAnswerIsEmpty() throws Exception {
        HttpResponse<String> answer = told("{\"statusCode\":\"204\"}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a"}   | {"name":"a"}
            [1,2]          | [1,2]
            "hello"        | hello
            42             | 42
            null           | null
            {"name":       | {"name":
            """)
    void anyOtherJsonIsTheBodyOfASuccess(String told, String body) throws Exception {
        HttpResponse<String> answer = told(told);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusCode\":\"fine\"}",
                "{\"statusCode\":99}",
                "{\"statusCode\":200,\"body\":{}}",
                "{\"statusCode\":200,\"headers\":[]}",
                "{\"statusCode\":200,\"headers\":{\"a\":[\"b\"]}}",
                "{\"statusCode\":200,\"body\":\"%\",\"isBase64Encoded\":true}"
            })
    void whatNobodyCanReadIsTheServersFault(String told) throws Exception {
        assertMessage(told(told), 500, "Internal Server Error");
    }

    @Test
    void whatGoesWrongInsideStaysInside() throws Exception {
        assertMessage(send(request("/refuser")), 500, "Internal Server Error");
        assertMessage(send(request("/nobody")), 500, "Internal Server Error");
        assertMessage(send(request("/sleeper")), 503, "Service Unavailable");
    }

    @ParameterizedTest
    @CsvSource({"GET, /mirror", "GET, /mirror/a/", "GET, /puppet", "POST, /puppet/", "OPTIONS, /puppet"})
    void whereThereIsNoRouteNothingIsFound(String method, String path) throws Exception {
        assertMessage(send(request(path).method(method, BodyPublishers.noBody())), 404, "Not Found");
    }

    @Test
    void tooMuchIsRefusedBeforeTheFunctionIsCalled() throws Exception {
        for (int size : List.of((10 << 20) + 1, 6 << 20))
            assertMessage(
                    send(request("/puppet")
                            .header("Content-Type", "text/plain")
                            .POST(BodyPublishers.ofByteArray(new byte[size]))),
                    413,
                    "Request Entity Too Large");
    }

    @Test
    void aBrowserIsToldBeforehandWhatItMayDo() throws Exception {
        HttpResponse<String> answer = send(request("/puppet")
                .header("Origin", "https://booth.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().map())
                .containsEntry("access-control-allow-origin", List.of("https://booth.example"))
                .containsEntry("access-control-allow-methods", List.of("GET,POST"))
                .containsEntry("access-control-allow-headers", List.of("authorization"))
                .containsEntry("access-control-max-age", List.of("300"));
    }

    @Test
    void theConfigurationSpeaksToBrowsersNotTheFunction() throws Exception {
        String own = "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"https://other.example\"}}";

        assertThat(send(puppet(own).header("Origin", "http://any.example"))
                        .headers()
                        .map())
                .containsEntry("access-control-allow-origin", List.of("http://any.example"))
                .containsEntry("access-control-expose-headers", List.of("location"));
        assertThat(send(puppet(own).header("Origin", "https://stranger.example"))
                        .headers()
                        .firstValue("access-control-allow-origin"))
                .isEmpty();
    }

    private static Functions functions() {
        Functions functions = new Functions(TestAccount.LOCAL);
        Map.of(
                        "Mirror", Behind.Mirror.class,
                        "Puppet", Behind.Puppet.class,
                        "Refuser", Handlers.Refuser.class,
                        "Sleeper", Handlers.Sleeper.class)
                .forEach((name, handler) -> functions.deploy(new FunctionSpec(
                        name, handler.getName(), Map.of(), Duration.ofSeconds(20), 128, FunctionSpec.Async.DEFAULT)));
        return functions;
    }

    private static Route route(String key, String function) {
        return new Route(
                key, new Integration(TestAccount.LOCAL.arn("lambda", "function:" + function), Integration.LONGEST));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode seen(HttpRequest.Builder request) throws Exception {
        return JSON.readTree(send(request).body());
    }

    private static HttpRequest.Builder puppet(String answer) {
        return request("/puppet").header("Content-Type", "text/plain").POST(BodyPublishers.ofString(answer));
    }

    private static HttpResponse<String> told(String answer) throws Exception {
        return send(puppet(answer));
    }

    private static void assertMessage(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
