package booth.local.pipeline;

import booth.core.job.JobId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A page that watches a job: keeps every view it is sent. */
final class Watcher implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> views = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket socket;

    /** @throws java.util.concurrent.CompletionException when the connection is refused */
    static Watcher of(HttpClient http, String url, JobId job) {
        return open(http, URI.create(url + "?job=" + job));
    }

    static Watcher open(HttpClient http, URI address) {
        Watcher watcher = new Watcher();
        watcher.socket = http.newWebSocketBuilder().buildAsync(address, watcher).join();
        return watcher;
    }

    /** All it was sent so far. */
    List<JsonNode> views() {
        return List.copyOf(views);
    }

    /** What it was sent last, once there is something. */
    JsonNode last() {
        return Pipeline.await().until(() -> newest(), Optional::isPresent).orElseThrow();
    }

    private Optional<JsonNode> newest() {
        return views.isEmpty() ? Optional.empty() : Optional.of(views.get(views.size() - 1));
    }

    /** Waits for the end of the job. */
    JsonNode end() {
        return Pipeline.await()
                .until(
                        this::newest,
                        view -> view.map(seen -> seen.has("endedAt")).orElse(false))
                .orElseThrow();
    }

    void say(String message) {
        socket().sendText(message, true).join();
    }

    /** Is gone without a word. */
    void vanish() {
        socket().abort();
    }

    /** The status with which the connection was closed from the other side, once it is. */
    int closedWith() {
        return Pipeline.await().until(() -> closed.getNow(0), status -> status != 0);
    }

    private WebSocket socket() {
        return Optional.ofNullable(socket).orElseThrow();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            views.add(json(text.toString()));
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        closed.complete(status);
        return null;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("What is sent must be JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        boolean over = closed.isDone() || socket().isOutputClosed(); // the client answers a close by itself
        if (!over) socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
