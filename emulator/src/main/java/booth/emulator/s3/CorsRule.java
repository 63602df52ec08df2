package booth.emulator.s3;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which pages of other origins may do what with a bucket, for whom they have a signed address.
 *
 * @param origins {@code https://pages.example}, {@code https://*.example}, or {@code *}
 * @param methods {@code GET}
 * @param headers that a request may have, with stars likewise
 * @param maxAge seconds for which a browser may remember the answer
 */
public record CorsRule(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        Optional<Integer> maxAge) {
    private static final String ANY = "*";

    public CorsRule {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }

    /** @param asked the headers that the request will have */
    boolean allows(String origin, String method, List<String> asked) {
        return origins.stream().anyMatch(pattern -> fits(pattern, origin))
                && methods.contains(method)
                && asked.stream().allMatch(name -> headers.stream().anyMatch(pattern -> fits(pattern, name)));
    }

    /** What goes with an answer to such a page. */
    Map<String, String> answer(String origin, List<String> asked) {
        Map<String, String> answer = new TreeMap<>();
        boolean anybody = origins.contains(ANY);
        answer.put("Access-Control-Allow-Origin", anybody ? ANY : origin);
        answer.put("Access-Control-Allow-Methods", String.join(", ", methods));
        if (!anybody) answer.put("Access-Control-Allow-Credentials", "true");
        if (!asked.isEmpty()) answer.put("Access-Control-Allow-Headers", String.join(", ", asked));
        if (!exposed.isEmpty()) answer.put("Access-Control-Expose-Headers", String.join(", ", exposed));
        maxAge.ifPresent(seconds -> answer.put("Access-Control-Max-Age", seconds.toString()));
        answer.put("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
        return answer;
    }

    private static boolean fits(String pattern, String text) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String given = text.toLowerCase(Locale.ROOT);
        int star = wanted.indexOf(ANY);
        if (star < 0) return wanted.equals(given);
        return given.length() >= wanted.length() - 1
                && given.startsWith(wanted.substring(0, star))
                && given.endsWith(wanted.substring(star + 1));
    }
}
