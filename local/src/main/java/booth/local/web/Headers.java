package booth.local.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What every page is served with, the same on both clouds: what it may load, and from where. */
final class Headers {
    private static final String FILE = "/headers.json";
    private static final String HOSTS = "${hosts}";

    private final Map<String, String> written;

    private Headers(Map<String, String> written) {
        this.written = written;
    }

    static Headers load() {
        try (InputStream file = Objects.requireNonNull(Headers.class.getResourceAsStream(FILE), FILE)) {
            return new Headers(new JsonMapper().readValue(file, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param hosts where pictures are and what else pages talk to, with spaces between */
    Map<String, String> with(String hosts) {
        Map<String, String> filled = new TreeMap<>();
        written.forEach((name, value) -> filled.put(name, value.replace(HOSTS, hosts)));
        return filled;
    }
}
