package booth.emulator.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What functions are told of a connection: that it opens, what it says, and that it is closed. */
final class SocketEvent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final WebSocketApis.Spec api;
    private final Clock clock;

    SocketEvent(WebSocketApis.Spec api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * Only this one tells of headers and the query.
     *
     * @param headers each with all its values, as is the query
     */
    byte[] connect(Connection connection, Map<String, List<String>> headers, Map<String, List<String>> query) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        putAll(event, "headers", "multiValueHeaders", headers);
        if (!query.isEmpty()) putAll(event, "queryStringParameters", "multiValueQueryStringParameters", query);
        event.set("requestContext", context(connection, "$connect", "CONNECT"));
        return bytes(event);
    }

    byte[] message(Connection connection, String routeKey, String body) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.set(
                "requestContext",
                context(connection, routeKey, "MESSAGE")
                        .put("messageId", UUID.randomUUID().toString()));
        return bytes(event.put("body", body));
    }

    byte[] disconnect(Connection connection, int status, String reason) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        putAll(event, "headers", "multiValueHeaders", Map.of("Host", List.of(connection.host())));
        event.set(
                "requestContext",
                context(connection, "$disconnect", "DISCONNECT")
                        .put("disconnectStatusCode", status)
                        .put("disconnectReason", reason));
        return bytes(event);
    }

    private ObjectNode context(Connection connection, String routeKey, String type) {
        Instant now = clock.instant();
        String request = UUID.randomUUID().toString();
        ObjectNode context = JsonNodeFactory.instance
                .objectNode()
                .put("routeKey", routeKey)
                .put("eventType", type)
                .put("extendedRequestId", request)
                .put("requestTime", TIME.format(now))
                .put("messageDirection", "IN")
                .put("stage", api.stage())
                .put("connectedAt", connection.since().toEpochMilli())
                .put("requestTimeEpoch", now.toEpochMilli())
                .put("requestId", request)
                .put("domainName", connection.host())
                .put("connectionId", connection.id())
                .put("apiId", api.id());
        context.putObject("identity").put("sourceIp", connection.sourceIp()).put("userAgent", connection.userAgent());
        return context;
    }

    /** By the last value, and by all. */
    private static void putAll(ObjectNode event, String one, String all, Map<String, List<String>> values) {
        ObjectNode single = event.putObject(one);
        ObjectNode multi = event.putObject(all);
        values.forEach((name, list) -> {
            single.put(name, list.get(list.size() - 1));
            ArrayNode array = multi.putArray(name);
            list.forEach(array::add);
        });
    }

    private static byte[] bytes(ObjectNode event) {
        return event.put("isBase64Encoded", false).toString().getBytes(UTF_8);
    }
}
