package booth.emulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The AWS query protocol: a form in, XML out. */
final class QueryProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(QueryProtocol.class);
    private static final String ACTION = "Action";

    private final Map<String, QueryService> services = new HashMap<>();
    private final Gate gate;

    QueryProtocol(List<QueryService> services, Gate gate) {
        this.gate = gate;
        for (QueryService service : services)
            for (String action : service.actions())
                if (this.services.put(action, service) != null)
                    throw new IllegalArgumentException("Two services have an action " + action + ".");
    }

    /** Whether this is a question of the protocol at all. */
    static boolean namesAction(Context request) {
        return request.queryParam(ACTION) != null || request.formParam(ACTION) != null;
    }

    void answer(Context request) {
        request.contentType("text/xml");
        String id = RestErrors.requestId(request);
        try {
            String query = Optional.ofNullable(request.queryString()).orElse("");
            Map<String, String> form = form(request.body().isEmpty() ? query : request.body());
            if (isForAnybody(form)) gate.checkPage(request, Refusals.QUERY);
            else gate.check(request, Refusals.QUERY);
            request.result(call(form, id));
        } catch (ServiceError e) {
            refuse(request, e, id);
        } catch (RuntimeException e) {
            LOG.error("A query request failed", e);
            refuse(request, new ServiceError(500, "InternalFailure", e.toString()), id);
        }
    }

    private boolean isForAnybody(Map<String, String> form) {
        String action = form.getOrDefault(ACTION, "");
        return Optional.ofNullable(services.get(action))
                .filter(service -> service.unsigned().contains(action))
                .isPresent();
    }

    private String call(Map<String, String> form, String id) {
        String action = Optional.ofNullable(form.remove(ACTION))
                .orElseThrow(() -> ServiceError.badRequest(
                        "MissingAction", "The request names no operation: neither X-Amz-Target nor Action is there."));
        form.remove("Version");
        QueryService service = services.get(action);
        if (service == null)
            throw ServiceError.badRequest("InvalidAction", "The action " + action + " is not supported here.");
        String result = service.call(action, form);
        String namespace = service.namespace().isEmpty() ? "" : " xmlns=\"" + service.namespace() + '"';
        return "<" + action + "Response" + namespace + ">"
                + (result.isEmpty() ? "" : "<" + action + "Result>" + result + "</" + action + "Result>")
                + "<ResponseMetadata><RequestId>" + id + "</RequestId></ResponseMetadata></" + action + "Response>";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ServiceError.badRequest("MalformedQueryString", "Not form-encoded: " + e.getMessage());
        }
    }

    private static void refuse(Context request, ServiceError error, String id) {
        request.status(error.status());
        request.result("<ErrorResponse><Error><Type>" + (error.status() < 500 ? "Sender" : "Receiver")
                + "</Type><Code>" + error.code() + "</Code><Message>" + Xml.escape(error.message())
                + "</Message></Error><RequestId>" + id + "</RequestId></ErrorResponse>");
    }
}
