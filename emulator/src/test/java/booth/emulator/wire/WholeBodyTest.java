package booth.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.StuckClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** Nobody waits for clients that stop in the middle, not even for more of them than there are threads. */
class WholeBodyTest {
    private static final int MANY = 400;

    @Test
    void othersAreAnsweredAtOnceAndTheStuckOneWhenItGoesOn() throws Exception {
        try (WireServer server = new WireServer(
                        0,
                        List.of(),
                        List.of(),
                        List.of(routes -> routes.post("/echo", call -> call.result(call.body()))));
                StuckClients stuck = new StuckClients(MANY, server.port(), "POST /echo")) {
            assertThat(post(server.port(), BodyPublishers.ofString("hello")).body())
                    .isEqualTo("hello");
            stuck.finishOne();

            assertThat(stuck.heard("hello")).startsWith("HTTP/1.1 200").endsWith("hello");
        }
    }

    @Test
    void whoTakesTooLongIsCutOff() throws Exception {
        try (Small server = new Small(100, Duration.ofMillis(50));
                StuckClients stuck = new StuckClients(1, server.port(), "POST /echo")) {
            assertThat(stuck.heard("hello")).isEmpty();
        }
    }

    /** The one length is said, the other is found out. */
    @Test
    void moreThanTheMostIsRefused() throws Exception {
        try (Small server = new Small(4, Duration.ofSeconds(30))) {
            for (var body : List.of(
                    BodyPublishers.ofString("hello"), BodyPublishers.fromPublisher(BodyPublishers.ofString("hello"))))
                assertThat(post(server.port(), body).statusCode()).isEqualTo(413);
        }
    }

    private static HttpResponse<String> post(int port, HttpRequest.BodyPublisher body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/echo"))
                                .timeout(Duration.ofSeconds(20))
                                .header("Content-Type", "text/plain")
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }

    /** Nothing but the handler. */
    private static final class Small implements AutoCloseable {
        private final Server server = new Server();
        private final ServerConnector connector = new ServerConnector(server);

        Small(int most, Duration within) throws Exception {
            server.addConnector(connector);
            server.setHandler(new WholeBody(null, WholeBody::isThere, most, within));
            server.start();
        }

        int port() {
            return connector.getLocalPort();
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }
}
