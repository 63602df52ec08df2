package booth.emulator.s3;

import static java.util.function.Predicate.not;

import booth.emulator.wire.Addresses;
import booth.emulator.wire.Xml;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;
import org.gaul.shaded.org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Stands before S3Proxy, which answers to any name and has one set of CORS rules for all: requests for names that are not
 * this machine's and those that nobody signed are refused, and pages may do what their bucket's own rules say.
 */
final class PageGuard extends Handler.Wrapper {
    private static final String PREFLIGHT = "OPTIONS";

    private final Map<String, List<CorsRule>> rules = new ConcurrentHashMap<>();
    private final IntSupplier gateway;

    /** @param gateway the other port through which requests come, under its name */
    PageGuard(IntSupplier gateway) {
        this.gateway = gateway;
    }

    void allow(String bucket, List<CorsRule> cors) {
        rules.put(bucket, List.copyOf(cors));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String host = request.getHeaders().get(HttpHeader.HOST);
        Optional<String> objection = Addresses.objection(host, Request.getLocalPort(request), gateway.getAsInt());
        if (objection.isPresent()) return refuse(response, callback, objection.get());
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean asks = request.getMethod().equals(PREFLIGHT);
        if (!asks && !isSigned(request)) return refuse(response, callback, "Access Denied");
        if (!asks && !Addresses.isForeign(origin, host)) return super.handle(request, response, callback);
        Optional<Map<String, String>> welcome = origin == null ? Optional.empty() : welcome(request, origin);
        if (welcome.isEmpty())
            return refuse(
                    response,
                    callback,
                    "CORSResponse: This CORS request is not allowed: no rule of the bucket lets pages of "
                            + (origin == null ? "no origin" : origin) + " do this.");
        welcome.get().forEach(response.getHeaders()::put);
        if (!asks) return super.handle(request, response, callback);
        response.setStatus(HttpStatus.OK_200);
        callback.succeeded();
        return true;
    }

    /** Whether there is something for S3Proxy to check: of anybody it takes more than a private account has to offer. */
    private static boolean isSigned(Request request) {
        Fields query = Request.extractQueryParameters(request);
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return request.getHeaders().contains(HttpHeader.AUTHORIZATION)
                || query.getValue("X-Amz-Signature") != null
                || query.getValue("Signature") != null
                || type != null && type.startsWith("multipart/form-data"); // the signature is in the form
    }

    /** What a page of this origin is told; empty where it may not. */
    private Optional<Map<String, String>> welcome(Request request, String origin) {
        boolean asks = request.getMethod().equals(PREFLIGHT);
        List<String> headers =
                asks ? list(request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS)) : List.of();
        String method = asks
                ? String.valueOf(request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD))
                : request.getMethod();
        return rules.getOrDefault(bucket(request), List.of()).stream()
                .filter(rule -> rule.allows(origin, method, headers))
                .findFirst()
                .map(rule -> rule.answer(origin, headers));
    }

    private static String bucket(Request request) {
        String path = Request.getPathInContext(request).substring(1);
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static List<String> list(@Nullable String header) {
        return Arrays.stream((header == null ? "" : header).split(",", -1))
                .map(String::strip)
                .filter(not(String::isEmpty))
                .toList();
    }

    private static boolean refuse(Response response, Callback callback, String why) {
        response.setStatus(HttpStatus.FORBIDDEN_403);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code>"
                + Xml.element("Message", why) + "</Error>";
        Content.Sink.write(response, true, xml, callback);
        return true;
    }
}
