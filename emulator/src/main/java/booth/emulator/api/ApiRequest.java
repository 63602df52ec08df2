package booth.emulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param path decoded, as API Gateway hands it on
 * @param query as it was written, without the question mark
 * @param headers by their names in lower case, every value
 */
record ApiRequest(
        String id,
        Instant time,
        String protocol,
        String sourceIp,
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body) {
    private static final String WANTED = "access-control-request-method";

    /** Whether a browser asks what it may send, before it sends it. */
    boolean isPreflight() {
        return method.equals("OPTIONS") && headers.containsKey(WANTED);
    }

    /** The method, or that of which a browser asks beforehand. */
    String asked() {
        return isPreflight() ? header(WANTED).orElse(method) : method;
    }

    /** The values of a header, joined as they would be if it had been sent once. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }

    /** Decoded; a name that comes again has all its values, joined with commas. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!pair.isEmpty()) parameters.merge(decoded(name), decoded(value), (a, b) -> a + "," + b);
        }
        return parameters;
    }

    /** Of a path; a plus in it is a plus. */
    static String decodedPath(String raw) {
        return decoded(raw.replace("+", "%2B"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) { // a lone percent sign says what it says
            return text;
        }
    }
}
