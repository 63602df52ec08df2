package booth.emulator.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Any WebSocket client. */
final class Client implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<String> heard = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private Client() {}

    /** What it was told, beside its socket. */
    record Open(WebSocket socket, Client client) {}

    static Open connect(int port, String query) {
        Client client = new Client();
        return new Open(
                HTTP.newWebSocketBuilder()
                        .header("X-Twice", "one")
                        .header("X-Twice", "two")
                        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/v1/stream" + query), client)
                        .join(),
                client);
    }

    /** The status with which the connection is refused. */
    static int refusal(int port, String query) {
        try {
            connect(port, query).socket().abort();
            throw new AssertionError("It was let in.");
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof WebSocketHandshakeException refused)) throw e;
            return Optional.ofNullable(refused.getResponse())
                    .map(HttpResponse::statusCode)
                    .orElse(0);
        }
    }

    static boolean isLetIn(int port) {
        try {
            connect(port, "").socket().abort();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException) return false;
            throw e;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        heard.add(text.toString());
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        closed.complete(status);
        return null;
    }
}
