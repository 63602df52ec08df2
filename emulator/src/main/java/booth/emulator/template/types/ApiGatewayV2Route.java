package booth.emulator.template.types;

import static java.util.stream.Collectors.toUnmodifiableMap;

import booth.emulator.api.Route;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;
import booth.emulator.template.StackResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A route of an API. */
final class ApiGatewayV2Route implements ResourceType {
    private static final String ROUTE_KEY = "RouteKey";
    private static final String AUTHORIZATION = "AuthorizationType";

    private static final Schema SCHEMA = Schema.of("AWS::ApiGatewayV2::Route")
            .honours("ApiId", ROUTE_KEY, "Target", AUTHORIZATION)
            .passesOver(Reasons.NO_OPERATIONS, "OperationName")
            .ref(Referent::id)
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    /** The routes of an HTTP API. */
    static List<Route> http(String api, Plan plan) {
        return of(api, plan).map(route -> http(route, plan)).toList();
    }

    private static Route http(Properties route, Plan plan) {
        Properties integration = integration(route, plan);
        return route.valid(
                ROUTE_KEY, () -> new Route(route.need(ROUTE_KEY), ApiGatewayV2Integration.http(integration)));
    }

    /** The ARNs of the functions of a WebSocket API, by route key. */
    static Map<String, String> webSocket(String api, Plan plan) {
        return of(api, plan)
                .collect(toUnmodifiableMap(
                        route -> route.need(ROUTE_KEY),
                        route -> ApiGatewayV2Integration.function(integration(route, plan))));
    }

    private static Stream<Properties> of(String api, Plan plan) {
        return plan.all(ApiGatewayV2Route.class)
                .map(StackResource::properties)
                .filter(route -> route.need("ApiId").equals(api));
    }

    private static Properties integration(Properties route, Plan plan) {
        if (route.text(AUTHORIZATION).isPresent()) route.require(AUTHORIZATION, "NONE");
        return ApiGatewayV2Integration.of(route, plan);
    }
}
