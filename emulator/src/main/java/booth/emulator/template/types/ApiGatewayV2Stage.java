package booth.emulator.template.types;

import booth.emulator.api.HttpApis;
import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import booth.emulator.websocket.WebSocketApis;

/** Puts an API with its routes and integrations on the gateway. */
final class ApiGatewayV2Stage implements Deployable {
    private static final Schema SCHEMA = Schema.of("AWS::ApiGatewayV2::Stage")
            .honours("ApiId", "StageName", "AutoDeploy")
            .passesOver("one machine's callers are its own to slow down", "DefaultRouteSettings", "RouteSettings")
            .passesOver(Reasons.NO_OPERATIONS, "AccessLogSettings", "Description", "Tags")
            .ref(stage -> stage.text("StageName"))
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource stage) {
        return Phase.APIS;
    }

    @Override
    public void deploy(StackResource stage, Plan plan, Services services) {
        Properties properties = stage.properties();
        if (!properties.flag("AutoDeploy", false))
            throw properties.unsupported("AutoDeploy", "plans of their own do not exist here, it must be true");
        Properties api = ApiGatewayV2Api.find(properties.need("ApiId"), plan)
                .orElseThrow(() -> properties.unsupported("ApiId", "the template has no such API"));
        if (api.need("ProtocolType").equals("WEBSOCKET")) deployWebSocket(properties, api, plan, services.sockets());
        else deployHttp(properties, api, plan, services.apis());
    }

    private static void deployHttp(Properties stage, Properties api, Plan plan, HttpApis apis) {
        stage.require("StageName", "$default");
        api.require("ProtocolType", "HTTP");
        String id = stage.need("ApiId");
        HttpApis.Spec spec = new HttpApis.Spec(id, ApiGatewayV2Route.http(id, plan), ApiGatewayV2Api.cors(api));
        try {
            apis.deploy(spec);
        } catch (IllegalArgumentException e) {
            throw stage.unsupported("ApiId", String.valueOf(e.getMessage()));
        }
    }

    private static void deployWebSocket(Properties stage, Properties api, Plan plan, WebSocketApis sockets) {
        if (sockets.isThere()) throw stage.unsupported("ApiId", "the gateway serves one WebSocket API, and has one");
        String id = stage.need("ApiId");
        sockets.deploy(new WebSocketApis.Spec(
                id,
                stage.need("StageName"),
                ApiGatewayV2Api.routeSelection(api),
                ApiGatewayV2Route.webSocket(id, plan)));
    }
}
