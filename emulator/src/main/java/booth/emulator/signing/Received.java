package booth.emulator.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in: all that a signature may cover.
 *
 * @param path as it was sent, percent signs and all
 * @param query likewise; empty where there is none
 * @param headers whatever the case of their names
 * @param body the whole of it
 */
public record Received(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
    public Received {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }

    /** Decoded, in the order they came in. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String field : query.split("&", -1)) {
            if (field.isEmpty()) continue;
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            parameters
                    .computeIfAbsent(decoded(name), its -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(field.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NotGenuine(NotGenuine.Reason.INCOMPLETE, "The query is not percent-encoded: " + e.getMessage());
        }
    }
}
