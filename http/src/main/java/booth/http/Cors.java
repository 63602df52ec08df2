package booth.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which pages may use the API from a browser: any may read, as reading takes the id or the key that nobody else has, and
 * any may do what takes no key at all; others that write are named.
 *
 * @param origins that may write, e.g. {@code https://booth.example}; {@code *} for any
 */
public record Cors(Set<String> origins) {
    /** @param list origins with commas between */
    public static Cors of(String list) {
        return new Cors(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.header("access-control-request-method").isPresent();
    }

    /** What a browser asks before it sends anything but the simplest request. */
    Answer preflight(Request request, Set<String> methods, KeyUse use) {
        String wanted = request.header("access-control-request-method").orElse("");
        Map<String, String> headers = new TreeMap<>(allowed(wanted, request, use));
        if (headers.containsKey("access-control-allow-origin")) {
            headers.put("access-control-allow-methods", String.join(", ", methods));
            headers.put("access-control-allow-headers", "authorization, content-type, idempotency-key, x-user-id");
            headers.put("access-control-max-age", "3600");
        }
        return new Answer(204, headers, "");
    }

    Answer open(Answer answer, Request request, KeyUse use) {
        if (request.header("origin").isEmpty()) return answer;
        return answer.with(allowed(request.method(), request, use))
                .with(Map.of("access-control-expose-headers", "location, retry-after"));
    }

    private Map<String, String> allowed(String method, Request request, KeyUse use) {
        if (method.equals("GET") || use != KeyUse.REQUIRED || origins.contains("*"))
            return Map.of("access-control-allow-origin", "*");
        Optional<String> origin = request.header("origin").filter(origins::contains);
        Map<String, String> headers = new TreeMap<>(Map.of("vary", "origin"));
        origin.ifPresent(known -> headers.put("access-control-allow-origin", known));
        return headers;
    }
}
