package booth.emulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.account.Account;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request as functions receive it: payload format 2.0. */
final class ApiEvent {
    private static final String VERSION = "2.0";
    private static final String STAGE = "$default";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Bodies of any other type, forms too, reach functions in base64. */
    private static final Pattern TEXT =
            Pattern.compile("text/.+|application/(json|xml|javascript)", Pattern.CASE_INSENSITIVE);
    /** Of one connection, not of the request, or with a place of its own in the event. */
    private static final Set<String> LEFT_OUT = Set.of(
            "connection",
            "cookie",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final String api;
    private final Account account;

    /** @param api the API's id */
    ApiEvent(String api, Account account) {
        this.api = api;
        this.account = account;
    }

    byte[] of(ApiRequest request, String routeKey, Map<String, String> variables) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", VERSION)
                .put("routeKey", routeKey)
                .put("rawPath", request.path())
                .put("rawQueryString", request.query());
        if (request.headers().containsKey("cookie")) cookies(request, event.putArray("cookies"));
        put(event, "headers", headers(request));
        if (!request.query().isEmpty()) put(event, "queryStringParameters", request.parameters());
        event.set("requestContext", context(request, routeKey));
        if (!variables.isEmpty()) put(event, "pathParameters", variables);
        boolean binary = request.body().length > 0 && !isText(request);
        if (request.body().length > 0)
            event.put(
                    "body",
                    binary ? Base64.getEncoder().encodeToString(request.body()) : new String(request.body(), UTF_8));
        event.put("isBase64Encoded", binary);
        return event.toString().getBytes(UTF_8);
    }

    private ObjectNode context(ApiRequest request, String routeKey) {
        String host = request.header("host").orElse("");
        ObjectNode context = JsonNodeFactory.instance
                .objectNode()
                .put("accountId", account.id())
                .put("apiId", api)
                .put("domainName", host)
                .put("domainPrefix", host.replaceFirst("[.:].*", ""));
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
        return context.put("requestId", request.id())
                .put("routeKey", routeKey)
                .put("stage", STAGE)
                .put("time", TIME.format(request.time()))
                .put("timeEpoch", request.time().toEpochMilli());
    }

    private static Map<String, String> headers(ApiRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name)) headers.put(name, String.join(",", values));
        });
        headers.put("content-length", String.valueOf(request.body().length));
        headers.merge("x-forwarded-for", request.sourceIp(), (others, last) -> others + ", " + last);
        headers.put("x-forwarded-proto", "http");
        headers.put(
                "x-forwarded-port",
                request.header("host")
                        .map(host -> host.replaceFirst("^.*?(:|$)", ""))
                        .filter(port -> !port.isEmpty())
                        .orElse("80"));
        headers.putIfAbsent("x-amzn-trace-id", trace(request));
        return headers;
    }

    private static String trace(ApiRequest request) {
        return "Root=1-" + Long.toHexString(request.time().getEpochSecond()) + "-"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    private static void cookies(ApiRequest request, ArrayNode cookies) {
        request.headers().getOrDefault("cookie", List.of()).stream()
                .flatMap(Pattern.compile(";\\s*")::splitAsStream)
                .forEach(cookies::add);
    }

    private static boolean isText(ApiRequest request) {
        String type = request.header("content-type").orElse("");
        return TEXT.matcher(type.replaceFirst(";.*", "").strip()).matches();
    }

    private static void put(ObjectNode event, String name, Map<String, String> values) {
        ObjectNode object = event.putObject(name);
        values.forEach(object::put);
    }
}
