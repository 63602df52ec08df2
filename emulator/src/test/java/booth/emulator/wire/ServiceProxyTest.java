package booth.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.StubServer;
import booth.emulator.signing.Signatures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceProxyTest {
    private static final String SCOPE =
            "AWS4-HMAC-SHA256 Credential=key/20261121/us-east-1/%s/aws4_request, " + "SignedHeaders=host, Signature=00";

    private final StubServer proxied = new StubServer(
            call -> new StubServer.Reply(200, Map.of("Content-Type", "text/plain; charset=UTF-8"), "the proxied"));
    private final WireServer server = new WireServer(
            0,
            new Gate(Signatures.ANYBODYS),
            List.of(),
            List.of(),
            List.of(),
            Map.of("s3", new ServiceProxy(proxied::url)),
            PublicService.NOBODY);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
        proxied.close();
    }

    @Test
    void whatIsSignedForANeighbourReachesItAsItWas() throws Exception {
        HttpResponse<String> answer = send("s3", "/bucket/a%20b%2Fc?x=%2B&y");

        assertThat(answer.body()).isEqualTo("the proxied");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=UTF-8");
        StubServer.Call call = proxied.calls().get(0);
        assertThat(call.path()).isEqualTo("/bucket/a b/c");
        assertThat(call.header("Host")).isEqualTo("127.0.0.1:" + server.port());
        assertThat(call.header("Authorization")).isEqualTo(SCOPE.formatted("s3"));
        assertThat(call.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(call.body()).isEqualTo("body");
        assertThat(call.headers()).doesNotContainKeys("via", "forwarded", "x-forwarded-for");
    }

    @Test
    void whatIsForNobodyElseIsAnsweredHere() throws Exception {
        assertThat(send("states", "/").body()).contains("MissingAction");
        assertThat(send("sqs", "/bucket").body()).contains("POST /bucket");
        assertThat(proxied.calls()).isEmpty();
    }

    @Test
    void aNeighbourThatIsAwayIsABadGateway() throws Exception {
        proxied.close();

        assertThat(send("s3", "/bucket/key").statusCode()).isEqualTo(502);
    }

    private HttpResponse<String> send(String service, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Authorization", SCOPE.formatted(service))
                        .header("Content-Type", "text/plain; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString("body"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
