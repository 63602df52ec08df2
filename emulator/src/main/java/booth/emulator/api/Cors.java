package booth.emulator.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An API's answers to browsers, which ask whether a page of another origin may call it.
 *
 * @param origins {@code https://pages.example}, {@code https://*}, or {@code *}
 * @param maxAge seconds for which a browser may remember the answer
 */
public record Cors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        boolean credentials,
        Optional<Integer> maxAge) {
    private static final String ANY = "*";

    public Cors {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }

    /** What is told before the request; nothing where the origin is not welcome. */
    Map<String, String> beforehand(String origin) {
        Map<String, String> answer = allowed(origin);
        if (answer.isEmpty()) return answer;
        list(answer, "access-control-allow-methods", methods);
        list(answer, "access-control-allow-headers", headers);
        maxAge.ifPresent(seconds -> answer.put("access-control-max-age", seconds.toString()));
        return answer;
    }

    /** What is told with the answer. */
    Map<String, String> along(String origin) {
        Map<String, String> answer = allowed(origin);
        if (!answer.isEmpty()) list(answer, "access-control-expose-headers", exposed);
        return answer;
    }

    private Map<String, String> allowed(String origin) {
        Map<String, String> answer = new TreeMap<>();
        if (origins.stream().noneMatch(welcome -> fits(welcome, origin.toLowerCase(Locale.ROOT)))) return answer;
        boolean anybody = origins.contains(ANY);
        answer.put("access-control-allow-origin", anybody ? ANY : origin);
        if (!anybody) answer.put("vary", "origin");
        if (credentials) answer.put("access-control-allow-credentials", "true");
        return answer;
    }

    private static boolean fits(String welcome, String origin) {
        return welcome.endsWith(ANY)
                ? origin.startsWith(welcome.substring(0, welcome.length() - 1))
                : origin.equals(welcome);
    }

    private static void list(Map<String, String> answer, String name, List<String> values) {
        if (!values.isEmpty()) answer.put(name, String.join(",", values));
    }
}
