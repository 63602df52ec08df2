package booth.emulator.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.wire.RestService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * The open connections, and the API with which functions write to them: {@code /<stage>/@connections/<id>}. A client that
 * is about to be let in has no connection yet; writing to it is an error, as on AWS.
 */
final class Connections implements RestService {
    private static final String PATH = "/{stage}/@connections/{connection}";
    private static final int MAX_MESSAGE = 128 << 10;
    private static final Duration IDLE = Duration.ofMinutes(10);
    /** Of a client that reads nothing any more. */
    private static final int MAX_UNREAD = 200;

    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    private record Open(Connection connection, Session session, Instant lastActive) {}

    Connections(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(PATH, this::post);
        routes.get(PATH, this::describe);
        routes.delete(PATH, this::disconnect);
    }

    void open(Connection connection, Session session) {
        session.setIdleTimeout(IDLE);
        session.setMaxTextMessageSize(MAX_MESSAGE);
        session.setMaxOutgoingFrames(MAX_UNREAD);
        open.put(connection.id(), new Open(connection, session, clock.instant()));
    }

    /** How many connections an address has. */
    long of(String address) {
        return open.values().stream()
                .filter(one -> one.connection().sourceIp().equals(address))
                .count();
    }

    void heardOf(Connection connection) {
        open.computeIfPresent(connection.id(), (id, known) -> new Open(connection, known.session(), clock.instant()));
    }

    void close(Connection connection) {
        open.remove(connection.id());
    }

    private void post(Context request) {
        byte[] message = request.bodyAsBytes();
        if (message.length > MAX_MESSAGE)
            throw new ServiceError(413, "PayloadTooLargeException", "A message has at most 128 KB.");
        Open client = find(request);
        heardOf(client.connection());
        client.session()
                .sendText(
                        new String(message, UTF_8),
                        Callback.from(() -> {}, failure -> client.session().disconnect()));
    }

    private void describe(Context request) {
        Open client = find(request);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("connectedAt", client.connection().since().toString());
        answer.putObject("identity")
                .put("sourceIp", client.connection().sourceIp())
                .put("userAgent", client.connection().userAgent());
        request.contentType("application/json");
        request.result(
                answer.put("lastActiveAt", client.lastActive().toString()).toString());
    }

    private void disconnect(Context request) {
        find(request).session().close(StatusCode.NORMAL, "Connection Closed Normally", Callback.NOOP);
        request.status(204);
    }

    private Open find(Context request) {
        return Optional.ofNullable(open.get(request.pathParam("connection")))
                .orElseThrow(() -> new ServiceError(410, "GoneException", "There is no such connection any more."));
    }
}
