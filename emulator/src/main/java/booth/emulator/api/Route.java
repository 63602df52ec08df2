package booth.emulator.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A route's key, {@code GET /v1/jobs/{id}}, and where it leads. A path is taken segment by segment; a variable stands for
 * one segment that is not empty, and a greedy one, {@code {proxy+}}, at the end for all that is left.
 *
 * @param key as the template writes it; {@code $default} takes whatever no other route does
 */
public record Route(String key, Integration integration) {
    private static final String DEFAULT = "$default";
    private static final String ANY = "ANY";
    private static final Pattern KEY = Pattern.compile(
            "(ANY|GET|HEAD|OPTIONS|PATCH|POST|PUT|DELETE) (/|(/[^/{}]*|/\\{[\\w.:-]+})*(/\\{[\\w.:-]+\\+})?)");

    /** In the order in which API Gateway prefers them: full match, then greedy variable, then {@code $default}. */
    static final Comparator<Route> BY_PREFERENCE = Comparator.comparing(Route::pattern)
            .thenComparing(route -> route.method().equals(ANY));

    public Route {
        if (!key.equals(DEFAULT) && !KEY.matcher(key).matches())
            throw new IllegalArgumentException("A route key is METHOD /path or $default, not " + key + ".");
    }

    boolean takesEverything() {
        return key.equals(DEFAULT);
    }

    /** The path's variables if the route takes such a request; empty if it does not. */
    Optional<Map<String, String>> match(String method, String path) {
        boolean ours = key.equals(DEFAULT) || method().equals(ANY) || method().equals(method);
        return ours ? match(path) : Optional.empty();
    }

    /** As {@link #match(String, String)}, whatever the method. */
    Optional<Map<String, String>> match(String path) {
        if (key.equals(DEFAULT)) return Optional.of(Map.of());
        List<String> wanted = segments(path());
        List<String> given = segments(path);
        boolean greedy = greedy(wanted.get(wanted.size() - 1));
        if (greedy ? given.size() < wanted.size() : given.size() != wanted.size()) return Optional.empty();
        Map<String, String> variables = new TreeMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            String value = greedy(name) ? String.join("/", given.subList(i, given.size())) : given.get(i);
            if (!name.startsWith("{") ? !name.equals(value) : value.isEmpty()) return Optional.empty();
            if (name.startsWith("{")) variables.put(name.replaceAll("[{+}]", ""), value);
        }
        return Optional.of(variables);
    }

    /** Whether the route names at least the path's first segment, so that nobody else can be meant. */
    boolean names(String path) {
        return match(path).isPresent()
                && !key.equals(DEFAULT)
                && !segments(path()).get(0).startsWith("{");
    }

    private String method() {
        return key.substring(0, Math.max(0, key.indexOf(' ')));
    }

    private String path() {
        return key.substring(key.indexOf(' ') + 1);
    }

    /** A letter for each segment, the more literal the earlier in the alphabet. */
    private String pattern() {
        if (key.equals(DEFAULT)) return "z";
        List<String> segments = segments(path());
        boolean greedy = greedy(segments.get(segments.size() - 1));
        return (greedy ? "g" : "f")
                + IntStream.range(0, segments.size())
                        .mapToObj(i -> kind(segments.get(i)))
                        .reduce("", String::concat);
    }

    private static String kind(String segment) {
        if (greedy(segment)) return "z";
        return segment.startsWith("{") ? "v" : "a";
    }

    private static boolean greedy(String segment) {
        return segment.endsWith("+}");
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
