package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/**
 * The HTTP API: one function behind a route for each method and path of {@code openapi.json}.
 */
final class BoothHttpApi extends Construct {
    /** Booths from before this API. */
    private static final String LEGACY = "existing clients";
    /** API Gateway waits 30 s. */
    private static final Duration TIMEOUT = Duration.seconds(29);

    private static final String PHOTOS_USED_UP = "DailyPhotosUsedUp";

    private final HttpDoor door;
    private final TaskFunction function;
    private final ApiRoutes routes;

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
        var integration = HttpLambdaIntegration.Builder.create("Function", function.live())
                .build();
        routes = ApiRoutes.of(artifacts.openApi()).tagged(tag -> settings.legacyRoutes() || !tag.equals(LEGACY));
        door = new HttpDoor(this, "Default", "Photos in, pictures out.", integration);
        door.serve(integration, routes.methodsByPath());
    }

    String url() {
        return door.url();
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
        door.serve(
                integration,
                doors.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, path -> List.of(HttpMethod.valueOf(path.getValue())))));
    }

    /** Every path that has a route. */
    Set<String> paths() {
        return routes.paths();
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
}
