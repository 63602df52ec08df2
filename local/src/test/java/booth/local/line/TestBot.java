package booth.local.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A bot that keeps what it is told, and answers as the test says. */
final class TestBot implements AutoCloseable {
    /** @param genuine whether the signature is that of the body by the channel's secret */
    record Told(JsonNode event, boolean genuine, int status) {}

    final List<Told> told = new CopyOnWriteArrayList<>();

    /** What it answers next; afterwards 200 again. */
    final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    private final HttpServer server;
    private final String secret;

    TestBot(String secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/line/webhook", this::take);
        server.start();
    }

    URI webhook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/line/webhook");
    }

    /** Waits for so many deliveries in all. */
    List<Told> told(int count) {
        Awaitility.await("deliveries").until(() -> told.size() >= count);
        return told;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean genuine = Webhooks.signature(body, secret)
                    .equals(exchange.getRequestHeaders().getFirst("x-line-signature"));
            Integer next = answers.poll();
            int status = genuine ? next == null ? 200 : next : 403;
            byte[] answer = (genuine ? "" : "Error").getBytes(UTF_8);
            told.add(new Told(new JsonMapper().readTree(body).at("/events/0"), genuine, status));
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
