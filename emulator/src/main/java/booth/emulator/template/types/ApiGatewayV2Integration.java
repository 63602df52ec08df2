package booth.emulator.template.types;

import booth.emulator.api.Integration;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;
import booth.emulator.template.StackResource;
import java.time.Duration;

/** The function behind routes. */
final class ApiGatewayV2Integration implements ResourceType {
    private static final String TARGET = "integrations/";
    private static final int LONGEST_MILLIS = Math.toIntExact(Integration.LONGEST.toMillis());

    private static final Schema SCHEMA = Schema.of("AWS::ApiGatewayV2::Integration")
            .honours("ApiId", "IntegrationType", "IntegrationUri", "PayloadFormatVersion", "TimeoutInMillis")
            .passesOver("functions are called, whatever the method", "IntegrationMethod")
            .passesOver(Reasons.NO_OPERATIONS, "Description")
            .ref(Referent::id)
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    /** The integration that a route leads to. */
    static Properties of(Properties route, Plan plan) {
        String target = route.need("Target");
        Properties integration = plan.all(ApiGatewayV2Integration.class)
                .filter(resource -> target.equals(TARGET + resource.id()))
                .findFirst()
                .map(StackResource::properties)
                .orElseThrow(() -> route.unsupported("Target", "there is no integration " + target));
        integration.require("IntegrationType", "AWS_PROXY");
        return integration;
    }

    /** As a route of an HTTP API has it. */
    static Integration http(Properties integration) {
        integration.require("PayloadFormatVersion", "2.0");
        return integration.valid(
                "TimeoutInMillis",
                () -> new Integration(
                        function(integration),
                        Duration.ofMillis(integration.number("TimeoutInMillis", LONGEST_MILLIS))));
    }

    /** The ARN of the function: the URI is that, or a path of API Gateway's own that ends in it. */
    static String function(Properties integration) {
        String uri = integration
                .need("IntegrationUri")
                .replaceFirst("^arn:[^:]*:apigateway:[^:]*:lambda:path/2015-03-31/functions/", "")
                .replaceFirst("/invocations$", "");
        if (!uri.startsWith("arn:aws:lambda:"))
            throw integration.unsupported("IntegrationUri", "routes lead to functions here, not to " + uri);
        return uri;
    }
}
