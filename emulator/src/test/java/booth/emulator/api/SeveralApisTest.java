package booth.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.lambda.FunctionSpec;
import booth.emulator.lambda.Functions;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One gateway before two APIs: the path says which is meant. */
class SeveralApisTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FUNCTION = TestAccount.LOCAL.arn("lambda", "function:Mirror");
    private static final Functions FUNCTIONS = new Functions(TestAccount.LOCAL);
    private static final HttpApis APIS = new HttpApis(TestAccount.LOCAL, FUNCTIONS, Clock.systemUTC());
    private static final WireServer SERVER =
            new WireServer(0, TestAccount.LOCAL.gate(), List.of(), List.of(), List.of(), Map.of(), APIS);

    static {
        FUNCTIONS.deploy(new FunctionSpec(
                "Mirror",
                Behind.Mirror.class.getName(),
                Map.of(),
                Duration.ofSeconds(20),
                128,
                FunctionSpec.Async.DEFAULT));
        APIS.deploy(api("shop", "http://shop.example", "$default", "GET /v1/{name}", "ANY /any/{rest+}", "GET /same"));
        APIS.deploy(api(
                "greenhouse", "http://plants.example", "$default", "GET /v1/plants", "GET /any/plants", "POST /same"));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        APIS.close();
        FUNCTIONS.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /v1/plants  | greenhouse | GET /v1/plants
            GET  | /v1/flowers | shop       | GET /v1/{name}
            GET  | /any/plants | greenhouse | GET /any/plants
            POST | /any/plants | shop       | ANY /any/{rest+}
            GET  | /same       | shop       | GET /same
            POST | /same       | greenhouse | POST /same
            GET  | /nowhere    | shop       | $default
            POST | /v1/plants  | greenhouse | $default
            """)
    void aRequestGoesToTheApiThatHasTheRouteForIt(String method, String path, String api, String route)
            throws Exception {
        var event = new JsonMapper().readTree(send(method, path).body());

        assertThat(event.at("/requestContext/apiId").asText()).isEqualTo(api);
        assertThat(event.path("routeKey").asText()).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /v1/plants  | http://plants.example
            GET    | /v1/flowers | http://shop.example
            POST   | /same       | http://plants.example
            GET    | /same       | http://shop.example
            DELETE | /v1/plants  | http://plants.example
            """)
    void aBrowserAsksTheApiThatHasThePath(String method, String path, String welcome) throws Exception {
        for (String origin : List.of("http://plants.example", "http://shop.example"))
            assertThat(preflight(method, path, origin)
                            .headers()
                            .firstValue("access-control-allow-origin")
                            .isPresent())
                    .as(origin)
                    .isEqualTo(origin.equals(welcome));
    }

    @Test
    void oneRouteOfTwoApisIsRefused() {
        assertThatThrownBy(() -> APIS.deploy(api("third", "*", "$default", "POST /third", "GET /same")))
                .hasMessageContaining("another HTTP API has the route GET /same");
        assertThat(APIS.has("/third")).isFalse();
    }

    private static HttpApis.Spec api(String id, String origin, String... routes) {
        return new HttpApis.Spec(
                id,
                List.of(routes).stream()
                        .map(key -> new Route(key, new Integration(FUNCTION, Integration.LONGEST)))
                        .toList(),
                Optional.of(new Cors(
                        List.of(origin), List.of("GET", "POST"), List.of(), List.of(), false, Optional.empty())));
    }

    private static HttpResponse<Void> preflight(String method, String path, String origin) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
