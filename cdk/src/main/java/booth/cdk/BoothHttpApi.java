package booth.cdk;

import booth.cdk.TaskFunction.Program;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
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
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The HTTP API: one function behind a route for each method and path of {@code openapi.json}. What matches no route goes
 * to the function too, so that every error is worded in one place, and browsers' preflights are answered by the one who
 * knows which pages may do what.
 */
final class BoothHttpApi extends Construct {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** API Gateway waits 30 s. */
    private static final Duration TIMEOUT = Duration.seconds(29);
    /** Some hundred booths that poll; whoever holds a key has a limit of his own besides. */
    private static final ThrottleSettings THROTTLE =
            ThrottleSettings.builder().rateLimit(200).burstLimit(400).build();

    private static final String PHOTOS_USED_UP = "DailyPhotosUsedUp";

    private final HttpApi api;
    private final TaskFunction function;
    private final Map<String, List<HttpMethod>> routes;

    BoothHttpApi(
            Construct scope,
            String id,
            Artifacts artifacts,
            Settings settings,
            JobBuckets buckets,
            Workflow workflow,
            StreamQueue changes) {
        super(scope, id);
        function = function(artifacts, settings, buckets, workflow, changes);
        routes = routes(artifacts.openApi(), settings.legacyRoutes());
        var integration = HttpLambdaIntegration.Builder.create("Function", function.live())
                .build();
        api = HttpApi.Builder.create(this, "HttpApi")
                .description("Photos in, pictures out.")
                .createDefaultStage(false)
                .defaultIntegration(integration)
                .build();
        routes.forEach((path, methods) -> api.addRoutes(AddRoutesOptions.builder()
                .path(path)
                .methods(methods)
                .integration(integration)
                .build()));
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

    /**
     * Routes of another door's.
     *
     * @param doors methods by path
     */
    void alsoServe(TaskFunction function, Map<String, String> doors) {
        var integration = HttpLambdaIntegration.Builder.create(
                        function.getNode().getId(), function.live())
                .build();
        new TreeMap<>(doors)
                .forEach((path, method) -> api.addRoutes(AddRoutesOptions.builder()
                        .path(path)
                        .methods(List.of(HttpMethod.valueOf(method)))
                        .integration(integration)
                        .build()));
    }

    /** Every path that has a route. */
    Set<String> paths() {
        return routes.keySet();
    }

    /** Photos that were refused because those a day without a key were used up. */
    IMetric photosUsedUp() {
        return MetricFilter.Builder.create(this, PHOTOS_USED_UP)
                .logGroup(function.logs())
                .filterPattern(FilterPattern.stringValue("$.event", "=", "daily_photos_used_up"))
                .metricNamespace(Stack.of(this).getStackName())
                .metricName(PHOTOS_USED_UP)
                .build()
                .metric(MetricOptions.builder().statistic("Sum").build());
    }

    private TaskFunction function(
            Artifacts artifacts, Settings settings, JobBuckets buckets, Workflow workflow, StreamQueue changes) {
        var jobs = buckets.jobs();
        var uploads = buckets.uploads();
        var environment = new TreeMap<>(Map.of(
                "UPLOADS_BUCKET", uploads.name(),
                "JOBS_BUCKET", jobs.name(),
                "STATE_MACHINE_ARN", workflow.arn(),
                "STREAM_QUEUE_URL", changes.queue().getQueueUrl(),
                "LINK_SECONDS", String.valueOf(settings.linkSeconds()),
                "LEGACY_ROUTES", settings.legacyRoutes() ? "on" : "off",
                "RETENTION_DAYS", String.valueOf(settings.retentionDays())));
        if (settings.privateCallbacks()) environment.put("PRIVATE_CALLBACKS", "true");
        if (!settings.allowedOrigins().isEmpty())
            environment.put("ALLOWED_ORIGINS", String.join(",", settings.allowedOrigins()));
        if (settings.legacyRoutes())
            environment.put("LEGACY_DAILY_PHOTOS", String.valueOf(settings.legacyDailyPhotos()));
        var photos = settings.legacyRoutes() ? List.of("photo/*", "docs/*") : List.of("photo/*");
        var program = new Program(artifacts.functionOf("doors/api"), "booth.api.ApiHandler", 1769, TIMEOUT);
        return new TaskFunction(this, "Api", program, environment)
                .may(jobs.list("photo/*", "keys/*", "idempotency/*", "booths/*", "line/*", "legacy/*", "pairings/*"))
                .may(jobs.read("photo/*", "keys/*", "idempotency/*", "legacy/*", "pairings/*"))
                .may(jobs.write("photo/*/job.json", "booths/*", "idempotency/*", "line/*", "legacy/*", "pairings/*"))
                .may(jobs.write("keys/*")) // of whoever has a pairing link
                .may(jobs.delete("photo/*", "booths/*", "line/*", "connections/*"))
                .may(
                        uploads.list("photo/*"),
                        uploads.read("photo/*"),
                        uploads.write(photos.toArray(String[]::new)),
                        uploads.delete("photo/*"))
                .may("sqs:SendMessage", changes.queue().getQueueArn())
                .may("states:StartExecution", workflow.arn())
                .may("states:DescribeExecution", workflow.executionArns())
                .may("states:GetExecutionHistory", workflow.executionArns())
                .may("states:RedriveExecution", workflow.executionArns())
                .may("states:StopExecution", workflow.executionArns());
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

    private static Map<String, List<HttpMethod>> routes(String openApi, boolean legacy) {
        var routes = new TreeMap<String, List<HttpMethod>>();
        try {
            for (var path : JSON.readTree(openApi).path("paths").properties())
                if (legacy || !isLegacy(path.getValue())) routes.put(path.getKey(), methods(path.getValue()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The description of the HTTP API is no JSON.", e);
        }
        return routes;
    }

    private static boolean isLegacy(JsonNode path) {
        return path.at("/post/tags/0").asText().equals("existing clients");
    }

    private static List<HttpMethod> methods(JsonNode path) {
        return Arrays.stream(HttpMethod.values())
                .filter(method -> path.has(method.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
