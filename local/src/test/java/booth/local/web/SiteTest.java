package booth.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.Account;
import booth.emulator.wire.PublicService;
import booth.emulator.wire.WireServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser gets from the gateway. */
class SiteTest {
    private static final String API = "the API";
    private static final Account ACCOUNT = new Account("000000000000", "us-east-1", "AKIATEST", "secret+/of=test");
    private static final String KEY = OperatorsKey.of(ACCOUNT).value();

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Site site = new Site(
            new TestApi(),
            ACCOUNT,
            "PhotoBooth",
            () -> URI.create("http://127.0.0.1:9"),
            () -> Map.of("StateMachineArn", "arn:machine"));
    private final WireServer gateway =
            new WireServer(0, ACCOUNT.gate(), List.of(), List.of(), List.of(), Map.of(), site);

    private static final class TestApi implements PublicService {
        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public boolean has(String path) {
            return path.equals("/v1/jobs");
        }

        @Override
        public void answer(Context request) {
            request.status(404).result(API);
        }
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void theBoothPageStandsAtTheRoot() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<!doctype html>");
        assertThat(page.body()).isEqualTo(get("/index.html").body());
    }

    @ParameterizedTest
    @CsvSource({
        "/index.html, text/html;charset=utf-8",
        "/app/qrcode.js, text/javascript;charset=utf-8",
        "/app/aws4fetch.js, text/javascript;charset=utf-8",
        "/app/dagre.js, text/javascript;charset=utf-8",
        "/config.json, application/json"
    })
    void everyFileHasItsType(String path, String type) throws Exception {
        assertThat(get(path).headers().firstValue("content-type")).contains(type);
    }

    @Test
    void pagesMayTalkToTheirOwnHostAndTheBucketsAlone() throws Exception {
        assertThat(get("/").headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'self'")
                .contains("connect-src 'self' http://127.0.0.1:9 ws://127.0.0.1:" + gateway.port() + ";")
                .contains("img-src 'self' blob: data: http://127.0.0.1:9 ")
                .doesNotContain("unsafe", "${");
    }

    @Test
    void whatABrowserHasIsNotSentAgain() throws Exception {
        String etag = get("/").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again =
                browser.send(request("/").header("If-None-Match", etag).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void thePagesLearnWhereEverythingIs() throws Exception {
        JsonNode config = new JsonMapper().readTree(get("/config.json").body());

        assertThat(config.path("api").asText()).isEmpty();
        assertThat(config.path("stream").asText()).isEqualTo("ws://127.0.0.1:" + gateway.port() + "/v1/stream");
        assertThat(config.path("region").asText()).isEqualTo("us-east-1");
        assertThat(config.path("stateMachineArn").asText()).isEqualTo("arn:machine");
        assertThat(config.path("stack").asText()).isEqualTo("PhotoBooth");
    }

    @Test
    void theSecretIsInNothingThatAnybodyMayRead() throws Exception {
        assertThat(get("/config.json").body()).contains("\"endpoint\":\"\"").doesNotContain("secret", "AKIA");
        assertThat(get("/operators.html").statusCode()).isEqualTo(200);
        assertThat(KEY).doesNotContain(ACCOUNT.secretKey());
    }

    @Test
    void theOperatorsLinkBringsTheKeysOfTheAccount() throws Exception {
        HttpResponse<String> keys = keys("Bearer " + KEY, "http://127.0.0.1:" + gateway.port());

        assertThat(keys.headers().firstValue("cache-control")).contains("no-store");
        assertThat(keys.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(new JsonMapper().readTree(keys.body()))
                .isEqualTo(new JsonMapper()
                        .createObjectNode()
                        .put("accessKeyId", ACCOUNT.accessKey())
                        .put("secretAccessKey", ACCOUNT.secretKey()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer op_0", "Basic x"})
    void whoeverComesWithoutItGetsNone(String authorization) throws Exception {
        HttpResponse<String> refused = keys(authorization, "http://127.0.0.1:" + gateway.port());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("booth up").doesNotContain(ACCOUNT.secretKey());
    }

    @Test
    void nobodyElsesPageGetsThemEvenWithTheLink() throws Exception {
        assertThat(keys("Bearer " + KEY, "http://evil.example").statusCode()).isEqualTo(403);
        HttpRequest framed = request("/operators/keys")
                .header("Authorization", "Bearer " + KEY)
                .header("Sec-Fetch-Site", "cross-site")
                .build();
        assertThat(browser.send(framed, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> keys(String authorization, String origin) throws Exception {
        HttpRequest asked = request("/operators/keys")
                .header("Authorization", authorization)
                .header("Origin", origin)
                .build();
        return browser.send(asked, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/headers.json",
                "/../headers.json",
                "/app/../../headers.json",
                "/%2e%2e/headers.json",
                "/app/%2e%2e/%2e%2e/headers.json",
                "/app/..%2f..%2fheaders.json",
                "//headers.json",
                "/app",
                "/app/",
                "/booth/local/web/Site.class"
            })
    void nothingElseOfTheClassPathIsServed(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("Content-Security-Policy");
    }

    @Test
    void whatIsNoPageIsTheApis() throws Exception {
        assertThat(get("/v1/jobs").body()).isEqualTo(API);
        HttpResponse<String> post = browser.send(
                request("/index.html").POST(BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(post.body()).isEqualTo(API);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }
}
