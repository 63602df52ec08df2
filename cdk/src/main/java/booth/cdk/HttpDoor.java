package booth.cdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CfnStage.AccessLogSettingsProperty;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * An HTTP API. What matches none of its routes goes to a function too, so that every error is worded in one place, and
 * browsers' preflights are answered by the one who knows which pages may do what.
 */
final class HttpDoor extends Construct {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Some hundred booths that poll; whoever holds a key has a limit of his own besides. */
    private static final ThrottleSettings THROTTLE =
            ThrottleSettings.builder().rateLimit(200).burstLimit(400).build();

    private final HttpApi api;

    /** @param id {@code Default}, which leaves no trace in names */
    HttpDoor(Construct scope, String id, String description, HttpLambdaIntegration unrouted) {
        super(scope, id);
        api = HttpApi.Builder.create(this, "HttpApi")
                .description(description)
                .createDefaultStage(false)
                .defaultIntegration(unrouted)
                .build();
        var stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(THROTTLE)
                .build();
        ((CfnStage) stage.getNode().getDefaultChild()).setAccessLogSettings(accessLog());
    }

    String url() {
        return api.getApiEndpoint();
    }

    /** @param routes methods by path */
    void serve(HttpLambdaIntegration function, Map<String, List<HttpMethod>> routes) {
        new TreeMap<>(routes)
                .forEach((path, methods) -> api.addRoutes(AddRoutesOptions.builder()
                        .path(path)
                        .methods(methods)
                        .integration(function)
                        .build()));
    }

    /** The route, never the path: whoever knows a job's id may see its pictures. Nor whose address it was. */
    private AccessLogSettingsProperty accessLog() {
        var group = LogGroup.Builder.create(this, "AccessLog")
                .logGroupName("/aws/vendedlogs/apigateway/" + Stack.of(this).getStackName())
                .retention(RetentionDays.TWO_WEEKS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        var fields = new TreeMap<>(Map.of(
                "requestId", "$context.requestId",
                "time", "$context.requestTime",
                "route", "$context.routeKey",
                "status", "$context.status",
                "millis", "$context.responseLatency",
                "bytes", "$context.responseLength",
                "error", "$context.integrationErrorMessage"));
        return AccessLogSettingsProperty.builder()
                .destinationArn(group.getLogGroupArn())
                .format(JSON.valueToTree(fields).toString())
                .build();
    }
}
