package booth.emulator.websocket;

import booth.emulator.lambda.Functions;
import booth.emulator.lambda.Invocation;
import booth.emulator.wire.RestService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsCloseContext;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket API of the account: asks a function whether a client may connect, hands it what clients say, and tells it
 * when they are gone. There is one gateway, so there is one such API, at one path.
 */
public final class WebSocketApis implements RestService, AutoCloseable {
    /** Where clients connect; on AWS the API has a host of its own instead. */
    public static final String PATH = "/v1/stream";

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketApis.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONNECTION = Connection.class.getName();
    private static final String CONNECT = "$connect";
    private static final String DISCONNECT = "$disconnect";
    private static final String DEFAULT = "$default";
    private static final int BAD_GATEWAY = 502;

    private final Functions functions;
    private final Clock clock;
    private final Connections connections;
    private final Limits limits;
    private final Semaphore admissions;
    private final Calls calls;
    private volatile Optional<Api> deployed = Optional.empty();

    /**
     * An API with a stage.
     *
     * @param id the first part of its host name on AWS
     * @param selection the field of a message that names its route
     * @param routes functions by route key, {@code $connect}
     */
    public record Spec(String id, String stage, String selection, Map<String, String> routes) {
        public Spec {
            routes = Map.copyOf(routes);
        }
    }

    private record Api(Spec spec, SocketEvent event) {
        Optional<String> function(String route) {
            return Optional.ofNullable(spec.routes().get(route));
        }
    }

    public WebSocketApis(Functions functions, Clock clock) {
        this(functions, clock, Limits.DEFAULT);
    }

    WebSocketApis(Functions functions, Clock clock, Limits limits) {
        this.functions = functions;
        this.clock = clock;
        this.connections = new Connections(clock);
        this.limits = limits;
        this.admissions = new Semaphore(limits.admissions());
        this.calls = new Calls(limits);
    }

    /** @throws IllegalStateException when there is one already */
    public synchronized void deploy(Spec api) {
        if (isThere()) throw new IllegalStateException("The gateway serves one WebSocket API, and has one.");
        deployed = Optional.of(new Api(api, new SocketEvent(api, clock)));
    }

    public boolean isThere() {
        return deployed.isPresent();
    }

    @Override
    public void routes(RoutesConfig routes) {
        connections.routes(routes);
        routes.wsBeforeUpgrade(PATH, this::admit);
        routes.ws(PATH, this::open);
    }

    private void open(WsConfig socket) {
        socket.onConnect(client -> connections.open(connection(client), client.session));
        socket.onMessage(this::said);
        socket.onClose(this::closed);
        socket.onError(client -> LOG.debug("A connection broke", client.error()));
    }

    /** Asks the function behind {@code $connect}; whatever it answers but success keeps the client out. */
    private void admit(Context request) {
        Api api = deployed.orElseThrow(() -> refused(404, "There is no WebSocket API."));
        Connection connection = Connection.of(
                Optional.ofNullable(request.host()).orElse(""),
                request.ip(),
                Optional.ofNullable(request.userAgent()).orElse(""),
                clock.instant());
        request.attribute(CONNECTION, connection);
        Optional<String> function = api.function(CONNECT);
        if (connections.of(connection.sourceIp()) >= limits.perAddress() || !admissions.tryAcquire())
            throw refused(429, "There are too many connections.");
        try {
            if (function.isEmpty()) return;
            int status = status(functions.invoke(
                    function.get(), api.event().connect(connection, headers(request), request.queryParamMap())));
            if (status < 200 || status > 299) throw refused(status, "The connection was refused.");
        } finally {
            admissions.release();
        }
    }

    private static Map<String, List<String>> headers(Context request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(request.req().getHeaderNames()))
            headers.put(name, Collections.list(request.req().getHeaders(name)));
        return headers;
    }

    private static int status(Invocation answer) {
        try {
            if (!answer.failed())
                return JSON.readTree(answer.payload()).path("statusCode").asInt(BAD_GATEWAY);
            LOG.warn("$connect failed: {}", answer.text());
        } catch (IOException e) {
            LOG.warn("$connect answered no JSON", e);
        }
        return BAD_GATEWAY;
    }

    private static ServiceError refused(int status, String why) {
        String code = switch (status) {
            case 404 -> "NotFoundException";
            case 429 -> "LimitExceededException";
            default -> "ForbiddenException";
        };
        return new ServiceError(status, code, why);
    }

    private void said(WsMessageContext client) {
        Connection connection = connection(client);
        connections.heardOf(connection);
        Api api = deployed.orElseThrow();
        String key = route(api, client.message());
        byte[] event = api.event().message(connection, key, client.message());
        Optional<String> function = api.function(key);
        if (function.isEmpty()) client.send(complaint("Forbidden", connection));
        else if (!calls.message(() -> {
            Invocation answer = functions.invoke(function.get(), event);
            if (answer.failed()) client.send(complaint("Internal server error", connection));
        })) client.send(complaint("Too Many Requests", connection));
    }

    /** What the message says it is for, if there is such a route. */
    private static String route(Api api, String message) {
        try {
            JsonNode key = JSON.readTree(message).path(api.spec().selection());
            return key.isTextual() && api.function(key.textValue()).isPresent() ? key.textValue() : DEFAULT;
        } catch (IOException e) {
            return DEFAULT;
        }
    }

    private static String complaint(String message, Connection connection) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", message)
                .put("connectionId", connection.id())
                .toString();
    }

    private void closed(WsCloseContext client) {
        Connection connection = connection(client);
        connections.close(connection);
        Api api = deployed.orElseThrow();
        byte[] event = api.event()
                .disconnect(
                        connection,
                        client.status(),
                        Optional.ofNullable(client.reason()).orElse(""));
        try {
            api.function(DISCONNECT).ifPresent(function -> calls.departure(() -> functions.invoke(function, event)));
        } catch (RejectedExecutionException e) {
            LOG.debug("The cloud stops; {} is closed without a word", connection.id());
        }
    }

    private static Connection connection(WsContext client) {
        return Optional.<Connection>ofNullable(client.attribute(CONNECTION)).orElseThrow();
    }

    /** Whoever disconnects from now on does because the cloud stops, which is no news for a function. */
    @Override
    public void close() {
        calls.close();
    }
}
