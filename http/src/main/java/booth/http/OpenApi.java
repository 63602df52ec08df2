package booth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** An API's description, the one of its routes: requests are matched against what it says, and it is served. */
public final class OpenApi {
    private static final String EXISTING_CLIENTS = "existing clients"; // the tag of their routes, which are POSTs
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private final String text;
    private final List<Route> routes;

    private OpenApi(String text, JsonNode document) {
        this(text, routes(document));
    }

    private OpenApi(String text, List<Route> routes) {
        this.text = text;
        this.routes = List.copyOf(routes);
    }

    /** @param file on the class path, e.g. {@code /openapi.json} */
    public static OpenApi load(String file) {
        return load(file, true);
    }

    /**
     * @param file on the class path
     * @param existingClients whether the routes of booths from before this API are among them
     */
    public static OpenApi load(String file, boolean existingClients) {
        try (InputStream open = OpenApi.class.getResourceAsStream(file)) {
            if (open == null) throw new IllegalStateException(file + " is not on the class path.");
            String text = new String(open.readAllBytes(), UTF_8);
            JsonNode document = Json.MAPPER.readTree(text);
            return existingClients ? new OpenApi(text, document) : withoutExistingClients(document);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static OpenApi withoutExistingClients(JsonNode document) {
        ((ObjectNode) document.path("paths"))
                .properties()
                .removeIf(path -> path.getValue().at("/post/tags/0").asText().equals(EXISTING_CLIENTS));
        return new OpenApi(document.toPrettyString(), document);
    }

    /** The same description for a function that answers only some of its operations. */
    public OpenApi where(Predicate<Route> answered) {
        return new OpenApi(text, routes.stream().filter(answered).toList());
    }

    private static List<Route> routes(JsonNode document) {
        List<Route> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(
                                method -> all.add(route(path.getKey(), method.getKey(), method.getValue(), document))));
        return all;
    }

    private static Route route(String path, String method, JsonNode operation, JsonNode document) {
        JsonNode security =
                operation.path("security").isMissingNode() ? document.path("security") : operation.path("security");
        return new Route(
                method.toUpperCase(Locale.ROOT),
                PathTemplate.of(path),
                operation.path("operationId").asText(),
                operation.at("/tags/0").asText(),
                KeyUse.of(security));
    }

    /** The file itself. */
    public Answer answer() {
        return new Answer(
                200, Map.of("content-type", "application/json", "cache-control", "public, max-age=300"), text);
    }

    public List<Route> routes() {
        return routes;
    }

    public Optional<Route> find(String method, String path) {
        return routes.stream()
                .filter(route -> route.method().equals(method) && route.path().matches(path))
                .findFirst();
    }

    /** The methods that a path has; none where there is no such path. */
    Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) if (route.path().matches(path)) methods.add(route.method());
        return methods;
    }
}
