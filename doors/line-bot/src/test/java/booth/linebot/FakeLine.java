package booth.linebot;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** LINE over real HTTP, with its rules: a reply token works once, a retry key sends once, a token is asked for. */
final class FakeLine implements AutoCloseable {
    static final String TOKEN = "channel-token";

    /** @param to a reply token or a chat */
    record Sent(String how, String to, JsonNode messages) {
        /** What is said in all of them. */
        String text() {
            return String.join("\n", messages.findValuesAsText("text"));
        }

        List<String> images() {
            return messages.findValuesAsText("originalContentUrl");
        }
    }

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final List<Sent> sent = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> photos = new ConcurrentHashMap<>();
    final Map<String, String> languages = new ConcurrentHashMap<>();
    final Set<String> usedTokens = ConcurrentHashMap.newKeySet();

    /** What every call is answered with; 0 for what LINE answers. */
    volatile int always;

    /** Photos have this many megabytes, and nobody says so beforehand; 0 for those that were put here. */
    volatile int megabytes;

    /** So many were sent. */
    final AtomicInteger megabytesSent = new AtomicInteger();

    /** What a push is answered with; 0 for what LINE answers. */
    volatile int pushes;

    private final Set<String> retryKeys = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    FakeLine() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    LineClient client() {
        return new LineClient(url(), url(), TOKEN);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(path);
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!token.equals("Bearer " + TOKEN)) answer(exchange, 401, new byte[0]);
            else if (always != 0) answer(exchange, always, "{}".getBytes(UTF_8));
            else answer(exchange, path, body);
        }
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.endsWith("/reply")) answer(exchange, replied(Json.MAPPER.readTree(body)), "{}".getBytes(UTF_8));
        else if (path.endsWith("/push")) {
            String key = exchange.getRequestHeaders().getFirst("X-Line-Retry-Key");
            answer(exchange, pushed(Json.MAPPER.readTree(body), key), "{}".getBytes(UTF_8));
        } else if (path.endsWith("/loading/start")) answer(exchange, 202, "{}".getBytes(UTF_8));
        else if (path.endsWith("/content") && megabytes != 0) stream(exchange);
        else if (path.endsWith("/content")) found(exchange, Optional.ofNullable(photos.get(path.split("/")[4])));
        else found(exchange, Optional.of(profile(path.substring(path.lastIndexOf('/') + 1))));
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < megabytes; i++) {
                out.write(new byte[1 << 20]);
                megabytesSent.incrementAndGet();
            }
        } catch (IOException e) {
            return; // the client has had enough
        }
    }

    private int replied(JsonNode reply) {
        String token = reply.path("replyToken").asText();
        if (!usedTokens.add(token)) return 400;
        sent.add(new Sent("reply", token, reply.path("messages")));
        return 200;
    }

    private int pushed(JsonNode push, String key) {
        if (pushes != 0) return pushes;
        if (!retryKeys.add(key)) return 409;
        sent.add(new Sent("push", push.path("to").asText(), push.path("messages")));
        return 200;
    }

    private byte[] profile(String user) {
        String language = languages.get(user);
        String more = language == null ? "" : ",\"language\":\"" + language + "\"";
        return ("{\"displayName\":\"Guest\"" + more + "}").getBytes(UTF_8);
    }

    private static void found(HttpExchange exchange, Optional<byte[]> body) throws IOException {
        answer(exchange, body.isPresent() ? 200 : 404, body.orElse(new byte[0]));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        } catch (IOException e) {
            return; // the client has had enough
        }
    }
}
