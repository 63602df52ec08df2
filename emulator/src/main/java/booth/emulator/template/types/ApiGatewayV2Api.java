package booth.emulator.template.types;

import booth.emulator.api.Cors;
import booth.emulator.template.ApiAddresses;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;
import booth.emulator.template.StackResource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An HTTP API or a WebSocket API; its stage makes it reachable. */
final class ApiGatewayV2Api implements ResourceType {
    private static final String ROUTE_SELECTION = "RouteSelectionExpression";
    private static final String BODY = "$request.body.";

    private static final Schema SCHEMA = Schema.of("AWS::ApiGatewayV2::Api")
            .honours("ProtocolType", "CorsConfiguration", ROUTE_SELECTION)
            .passesOver("paths tell APIs apart here, names do not", "Name", "Description", "Tags")
            .ref(ApiGatewayV2Api::id)
            .attribute("ApiId", ApiGatewayV2Api::id)
            .attribute("ApiEndpoint", api -> api.stack().gateway().toString())
            .build();

    private static String id(Referent api) {
        return new ApiAddresses(api.stack()).id(api.id());
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    /** The API that has this id. */
    static Optional<Properties> find(String id, Plan plan) {
        ApiAddresses addresses = new ApiAddresses(plan.stack());
        return plan.all(ApiGatewayV2Api.class)
                .filter(api -> addresses.id(api.id()).equals(id))
                .findFirst()
                .map(StackResource::properties);
    }

    static Optional<Cors> cors(Properties api) {
        return api.inside(
                "CorsConfiguration",
                cors -> new Cors(
                        cors.texts("AllowOrigins"),
                        cors.texts("AllowMethods"),
                        cors.texts("AllowHeaders"),
                        cors.texts("ExposeHeaders"),
                        cors.flag("AllowCredentials", false),
                        cors.node("MaxAge").map(JsonNode::asInt)));
    }

    /** The field of a message that names its route. */
    static String routeSelection(Properties api) {
        String selection = api.need(ROUTE_SELECTION);
        if (!selection.startsWith(BODY))
            throw api.unsupported(ROUTE_SELECTION, "it must be " + BODY + "<name>, not " + selection);
        return selection.substring(BODY.length());
    }
}
