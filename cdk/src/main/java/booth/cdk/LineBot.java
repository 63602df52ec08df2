package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.SecretsManagerSecretOptions;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * LINE's chats, where an operator has a channel: the webhook and the short links, a queue of events, a queue of ends of
 * the bot's own jobs, and the worker of both. Events keep their order within a chat, so that a wish comes before the photo
 * it is for.
 */
final class LineBot extends Construct {
    /** API Gateway waits 30 s, LINE two. */
    private static final Duration WEBHOOK_TIMEOUT = Duration.seconds(10);
    /** A photo of 15 MB in and out, three previews, an erasure. */
    private static final Duration WORKER_TIMEOUT = Duration.seconds(60);
    /** The function waits longer each time: six tries are spread over about three quarters of an hour. */
    private static final int RECEIVES = 6;

    private static final String KEPT = "line-bot/*";

    private final Code code;
    private final String secret;
    private final JobBuckets buckets;
    private final DeadLetters eventDeadLetters;
    private final DeadLetters endDeadLetters;
    private final Queue events;
    private final Queue ends;

    /** @param secret name or ARN of the secret with {@code channelSecret} and {@code channelToken} in it */
    LineBot(Construct scope, String id, Artifacts artifacts, String secret, JobBuckets buckets) {
        super(scope, id);
        code = artifacts.functionOf("doors/line-bot");
        this.secret = secret;
        this.buckets = buckets;
        eventDeadLetters = DeadLetters.fifo(this, "EventDeadLetters");
        endDeadLetters = new DeadLetters(this, "EndDeadLetters");
        events = eventDeadLetters
                .queueBefore(this, "Events", RECEIVES, WORKER_TIMEOUT)
                .fifo(true)
                .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID)
                .retentionPeriod(Duration.days(1))
                .build();
        ends = endDeadLetters
                .queueBefore(this, "Ends", RECEIVES, WORKER_TIMEOUT)
                .retentionPeriod(Duration.days(1))
                .build();
    }

    /** By what failed. */
    Map<String, DeadLetters> deadLetters() {
        return Map.of("LineEvents", eventDeadLetters, "LineEnds", endDeadLetters);
    }

    /** Only ends of the bot's own jobs. */
    void listen(Topic topic) {
        topic.addSubscription(SqsSubscription.Builder.create(ends)
                .rawMessageDelivery(true)
                .filterPolicy(Map.of(
                        "booth",
                        SubscriptionFilter.stringFilter(StringConditions.builder()
                                .allowlist(List.of("line"))
                                .build())))
                .build());
    }

    /** The way in, and where short links lead. */
    void open(BoothHttpApi http) {
        var jobs = buckets.jobs();
        var environment = Map.of(
                "JOBS_BUCKET", jobs.name(),
                "LINE_CHANNEL_SECRET", secret("channelSecret"),
                "LINE_EVENTS_QUEUE_URL", events.getQueueUrl());
        var program = new Program(code, "booth.linebot.WebhookHandler", 1024, WEBHOOK_TIMEOUT);
        var webhook = new TaskFunction(this, "LineWebhook", program, environment)
                .may(jobs.list("photo/*"))
                .may(jobs.read("photo/*/job.json", "photo/*/photo_*.jpeg", "photo/*/preview_*.jpeg"))
                .may("sqs:SendMessage", events.getQueueArn());
        http.alsoServe(webhook, Map.of("/line/webhook", "POST", "/line/p/{token}", "GET"));
    }

    void work(Settings settings, BoothHttpApi http, Workflow workflow, StreamQueue changes) {
        var jobs = buckets.jobs();
        var uploads = buckets.uploads();
        var environment = new TreeMap<>(Map.of(
                "JOBS_BUCKET", jobs.name(),
                "UPLOADS_BUCKET", uploads.name(),
                "STATE_MACHINE_ARN", workflow.arn(),
                "STREAM_QUEUE_URL", changes.queue().getQueueUrl(),
                "RETENTION_DAYS", String.valueOf(settings.retentionDays()),
                "LINE_PUBLIC_URL", http.url(),
                "LINE_EVENTS_QUEUE_URL", events.getQueueUrl(),
                "LINE_ENDS_QUEUE_URL", ends.getQueueUrl()));
        environment.put("LINE_CHANNEL_SECRET", secret("channelSecret"));
        environment.put("LINE_CHANNEL_TOKEN", secret("channelToken"));
        var program = new Program(code, "booth.linebot.WorkerHandler", 1769, WORKER_TIMEOUT);
        var worker = new TaskFunction(this, "LineWorker", program, environment)
                .may(jobs.list("photo/*", "line/*", KEPT), jobs.read("photo/*", KEPT))
                .may(jobs.write("photo/*/job.json", "photo/*/line.json", "photo/*/line-told.json"))
                .may(jobs.write("photo/*/preview_*.jpeg", "booths/line/*", KEPT))
                .may(jobs.delete("photo/*", "booths/line/*", "line/*", "connections/*", KEPT))
                .may(uploads.list("photo/*"), uploads.write("photo/*"), uploads.delete("photo/*"))
                .may("sqs:SendMessage", changes.queue().getQueueArn())
                .may("states:DescribeExecution", workflow.executionArns())
                .may("states:StopExecution", workflow.executionArns());
        // one message at a time: of a FIFO queue's batch a failure would take the others with it
        new QueueConsumer(this, "EventConsumer", events, worker, new QueueConsumer.Pace(1, 10));
        new QueueConsumer(this, "EndConsumer", ends, worker, new QueueConsumer.Pace(1, 10));
        buckets.alsoForget("line-bot", settings.retentionDays());
    }

    /** CloudFormation looks it up when it makes the function; the template holds its name alone. */
    private String secret(String field) {
        return SecretValue.secretsManager(
                        secret,
                        SecretsManagerSecretOptions.builder().jsonField(field).build())
                .unsafeUnwrap();
    }
}
