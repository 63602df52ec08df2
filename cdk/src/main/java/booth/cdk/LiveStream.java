package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.WebSocketLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.apigatewayv2.WebSocketApi;
import software.amazon.awscdk.services.apigatewayv2.WebSocketRouteOptions;
import software.amazon.awscdk.services.apigatewayv2.WebSocketStage;
import software.constructs.Construct;

/**
 * The live stream: a WebSocket API whose connections watch a job, one function that lets them in and out, and one that
 * tells them the changes.
 *
 * <p>It keeps no access log: API Gateway writes those of WebSocket APIs with a role that is set once for the whole account
 * and region, which is not this stack's to set. The function logs who came and left, by job.
 */
final class LiveStream extends Construct {
    /** Of the function that tells the changes: room for connections that hang. */
    static final Duration PUSH_TIMEOUT = Duration.seconds(20);

    private static final String STAGE = "live";
    /** Connections and messages of all guests together. */
    private static final ThrottleSettings THROTTLE =
            ThrottleSettings.builder().rateLimit(200).burstLimit(400).build();

    private final NamedBucket jobs;
    private final NamedBucket uploads;
    private final StreamQueue queue;
    private final WebSocketStage stage;

    LiveStream(
            Construct scope, String id, Artifacts artifacts, Settings settings, JobBuckets buckets, StreamQueue queue) {
        super(scope, id);
        this.jobs = buckets.jobs();
        this.uploads = buckets.uploads();
        this.queue = queue;
        var function = stream(artifacts);
        var api = WebSocketApi.Builder.create(this, "WebSocketApi")
                .description("How jobs stand, as they change.")
                .routeSelectionExpression("$request.body.action")
                .connectRouteOptions(route(function))
                .disconnectRouteOptions(route(function))
                .defaultRouteOptions(route(function))
                .build();
        stage = WebSocketStage.Builder.create(this, "Stage")
                .webSocketApi(api)
                .stageName(STAGE)
                .autoDeploy(true)
                .throttle(THROTTLE)
                .build();
        push(artifacts, settings, api);
    }

    /** To which {@code ?job=<id>} is appended. */
    String url() {
        return stage.getUrl();
    }

    private static WebSocketRouteOptions route(TaskFunction function) {
        return WebSocketRouteOptions.builder()
                .integration(new WebSocketLambdaIntegration("Function", function.live()))
                .build();
    }

    private TaskFunction stream(Artifacts artifacts) {
        var program = new Program(
                artifacts.functionOf("doors/api"), "booth.api.stream.StreamHandler", 1024, Duration.seconds(29));
        var environment = Map.of(
                "JOBS_BUCKET", jobs.name(), "STREAM_QUEUE_URL", queue.queue().getQueueUrl());
        return new TaskFunction(this, "Stream", program, environment)
                .may(
                        jobs.list("photo/*", "connections/*", "channels/*"),
                        jobs.read("photo/*/job.json", "connections/*"))
                .may(jobs.write("photo/*/listeners/*", "connections/*", "channels/*"))
                .may(jobs.delete("photo/*/listeners/*", "connections/*", "channels/*"))
                .may("sqs:SendMessage", queue.queue().getQueueArn());
    }

    private void push(Artifacts artifacts, Settings settings, WebSocketApi api) {
        var program = new Program(artifacts.functionOf("tasks/notify"), "booth.notify.PushHandler", 1024, PUSH_TIMEOUT);
        var environment = Map.of(
                "JOBS_BUCKET", jobs.name(),
                "UPLOADS_BUCKET", uploads.name(),
                "STREAM_QUEUE_URL", queue.queue().getQueueUrl(),
                "STREAM_ENDPOINT", stage.getCallbackUrl(),
                "LINK_SECONDS", String.valueOf(settings.linkSeconds()));
        var push = new TaskFunction(this, "Push", program, environment)
                .may(jobs.list("photo/*", "line/*", "channels/*"), jobs.read("photo/*"))
                .may(uploads.read("photo/*")) // which its links let others do
                .may(jobs.delete("photo/*/listeners/*", "connections/*", "channels/*"))
                .may(
                        "execute-api:ManageConnections",
                        Arns.of("execute-api", api.getApiId() + "/" + STAGE + "/POST/@connections/*"),
                        Arns.of("execute-api", api.getApiId() + "/" + STAGE + "/DELETE/@connections/*"))
                .may("sqs:SendMessage", queue.queue().getQueueArn());
        new QueueConsumer(this, "Consumer", queue.queue(), push, new QueueConsumer.Pace(10, 10));
    }
}
