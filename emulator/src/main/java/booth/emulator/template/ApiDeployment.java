package booth.emulator.template;

import static java.util.stream.Collectors.toUnmodifiableMap;

import booth.emulator.api.Cors;
import booth.emulator.api.HttpApis;
import booth.emulator.api.Integration;
import booth.emulator.api.Route;
import booth.emulator.websocket.WebSocketApis;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Puts an HTTP API and a WebSocket API with their routes and integrations on the gateway. It is the stage that makes them
 * reachable.
 */
final class ApiDeployment {
    private static final String API = "AWS::ApiGatewayV2::Api";
    private static final String ROUTE = "AWS::ApiGatewayV2::Route";
    private static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
    private static final String BODY = "$request.body.";
    private static final String TARGET = "integrations/";

    private final HttpApis apis;
    private final WebSocketApis sockets;
    private final PhysicalNames names;
    private final List<Resource> resources;

    /** @param resources all of the template, resolved */
    ApiDeployment(HttpApis apis, WebSocketApis sockets, PhysicalNames names, List<Resource> resources) {
        this.apis = apis;
        this.sockets = sockets;
        this.names = names;
        this.resources = resources;
    }

    void deploy(Resource stage) {
        Properties properties = Properties.of(stage);
        if (!properties.flag("AutoDeploy", false))
            throw properties.unsupported("AutoDeploy", "deployments of their own do not exist here, it must be true");
        String id = properties.need("ApiId");
        Properties api = Properties.of(resources.stream()
                .filter(resource ->
                        resource.type().equals(API) && names.apiId(resource).equals(id))
                .findFirst()
                .orElseThrow(() -> properties.unsupported("ApiId", "the template has no such API")));
        if (api.need("ProtocolType").equals("WEBSOCKET")) deployWebSocket(properties, id, api);
        else deployHttp(properties, id, api);
    }

    private void deployHttp(Properties stage, String id, Properties api) {
        require(stage, "StageName", "$default");
        require(api, "ProtocolType", "HTTP");
        if (apis.isThere()) throw stage.unsupported("ApiId", "the gateway serves one HTTP API, and has one");
        List<Route> routes = routesOf(id).map(this::route).toList();
        apis.deploy(new HttpApis.Spec(id, routes, api.inside("CorsConfiguration", ApiDeployment::cors)));
    }

    private void deployWebSocket(Properties stage, String id, Properties api) {
        if (sockets.isThere()) throw stage.unsupported("ApiId", "the gateway serves one WebSocket API, and has one");
        String selection = api.need("RouteSelectionExpression");
        if (!selection.startsWith(BODY))
            throw api.unsupported("RouteSelectionExpression", "it must be " + BODY + "<name>, not " + selection);
        Map<String, String> functions = routesOf(id)
                .collect(toUnmodifiableMap(route -> route.need("RouteKey"), route -> function(integrationOf(route))));
        sockets.deploy(
                new WebSocketApis.Spec(id, stage.need("StageName"), selection.substring(BODY.length()), functions));
    }

    private Stream<Properties> routesOf(String api) {
        return resources.stream()
                .filter(resource -> resource.type().equals(ROUTE))
                .map(Properties::of)
                .filter(route -> route.need("ApiId").equals(api));
    }

    private Properties integrationOf(Properties route) {
        if (route.text("AuthorizationType").isPresent()) require(route, "AuthorizationType", "NONE");
        String target = route.need("Target");
        Properties integration = resources.stream()
                .filter(resource -> resource.type().equals(INTEGRATION) && target.equals(TARGET + resource.id()))
                .map(Properties::of)
                .findFirst()
                .orElseThrow(() -> route.unsupported("Target", "there is no integration " + target));
        require(integration, "IntegrationType", "AWS_PROXY");
        return integration;
    }

    private Route route(Properties route) {
        Properties integration = integrationOf(route);
        return valid(route, "RouteKey", () -> new Route(route.need("RouteKey"), integration(integration)));
    }

    private static Integration integration(Properties integration) {
        require(integration, "PayloadFormatVersion", "2.0");
        return valid(
                integration,
                "TimeoutInMillis",
                () -> new Integration(
                        function(integration), Duration.ofMillis(integration.number("TimeoutInMillis", (int)
                                Integration.LONGEST.toMillis()))));
    }

    /** Of an ARN, or of the path of API Gateway's own that ends in one. */
    private static String function(Properties integration) {
        String uri = integration
                .need("IntegrationUri")
                .replaceFirst("^arn:[^:]*:apigateway:[^:]*:lambda:path/2015-03-31/functions/", "")
                .replaceFirst("/invocations$", "");
        if (!uri.startsWith("arn:aws:lambda:"))
            throw integration.unsupported("IntegrationUri", "routes lead to functions here, not to " + uri);
        return uri;
    }

    private static Cors cors(Properties cors) {
        return new Cors(
                cors.texts("AllowOrigins"),
                cors.texts("AllowMethods"),
                cors.texts("AllowHeaders"),
                cors.texts("ExposeHeaders"),
                cors.flag("AllowCredentials", false),
                cors.node("MaxAge").map(JsonNode::asInt));
    }

    private static void require(Properties properties, String name, String value) {
        String given = properties.need(name);
        if (!given.equals(value)) throw properties.unsupported(name, "it must be " + value + ", not " + given);
    }

    private static <T> T valid(Properties properties, String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw properties.unsupported(name, String.valueOf(e.getMessage()));
        }
    }
}
