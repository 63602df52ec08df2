package booth.http;

import java.util.HashMap;
import java.util.Map;

/** A path with parameters in braces, e.g. {@code /v1/jobs/{id}}; a parameter is one segment and never empty. */
public record PathTemplate(String text) {
    static PathTemplate of(String text) {
        return new PathTemplate(text);
    }

    boolean matches(String path) {
        String[] wanted = text.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) return false;
        for (int i = 0; i < wanted.length; i++)
            if (isParameter(wanted[i]) ? given[i].isEmpty() : !wanted[i].equals(given[i])) return false;
        return true;
    }

    /** What stands in a matching path for each parameter. */
    Map<String, String> parameters(String path) {
        String[] names = text.split("/", -1);
        String[] given = path.split("/", -1);
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < names.length; i++)
            if (isParameter(names[i])) found.put(names[i].substring(1, names[i].length() - 1), given[i]);
        return found;
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
