package booth.cdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;

/** What an OpenAPI description says can be asked for: each method of each path, and to which part of the API it belongs. */
record ApiRoutes(List<ApiRoute> all) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param tag the operation's first; empty where it has none */
    record ApiRoute(String path, HttpMethod method, String tag) {}

    static ApiRoutes of(String openApi) {
        var all = new ArrayList<ApiRoute>();
        try {
            for (var path : JSON.readTree(openApi).path("paths").properties())
                for (HttpMethod method : HttpMethod.values()) {
                    JsonNode operation = path.getValue().path(method.name().toLowerCase(Locale.ROOT));
                    if (!operation.isMissingNode())
                        all.add(new ApiRoute(
                                path.getKey(), method, operation.at("/tags/0").asText()));
                }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The description of an HTTP API is no JSON.", e);
        }
        return new ApiRoutes(List.copyOf(all));
    }

    ApiRoutes tagged(Predicate<String> tags) {
        return new ApiRoutes(
                all.stream().filter(route -> tags.test(route.tag())).toList());
    }

    Map<String, List<HttpMethod>> methodsByPath() {
        return all.stream()
                .collect(Collectors.groupingBy(
                        ApiRoute::path, TreeMap::new, Collectors.mapping(ApiRoute::method, Collectors.toList())));
    }

    Set<String> paths() {
        return methodsByPath().keySet();
    }
}
