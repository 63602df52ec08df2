package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * Whoever speaks to the outside: the topic with every job's end, and the three functions of {@code tasks/notify}. Two of
 * these are called by services that do not wait for an answer; what they fail at three times ends in a dead-letter queue
 * as the very event, ready to be sent again.
 */
final class Announcer extends Construct {
    private final Code code;
    private final Settings settings;
    private final NamedBucket jobs;
    private final NamedBucket uploads;
    private final StreamQueue changes;
    private final Callbacks callbacks;
    private final Topic topic;
    private final TaskFunction notify;
    private final DeadLetters fileLandedDeadLetters;
    private final DeadLetters statusChangedDeadLetters;

    Announcer(
            Construct scope,
            String id,
            Artifacts artifacts,
            Settings settings,
            JobBuckets buckets,
            StreamQueue changes,
            Callbacks callbacks) {
        super(scope, id);
        this.settings = settings;
        code = artifacts.functionOf("tasks/notify");
        this.jobs = buckets.jobs();
        this.uploads = buckets.uploads();
        this.changes = changes;
        this.callbacks = callbacks;
        topic = Topic.Builder.create(this, "Topic")
                .masterKey(Alias.fromAliasName(this, "SnsKey", "alias/aws/sns"))
                .enforceSsl(true)
                .build();
        notify = tellingTheEnd("Notify", "NotifyHandler", Duration.seconds(40), UnaryOperator.identity());
        fileLandedDeadLetters = new DeadLetters(this, "FileLandedDeadLetters");
        statusChangedDeadLetters = new DeadLetters(this, "ExecutionStatusChangedDeadLetters");
    }

    Topic topic() {
        return topic;
    }

    TaskFunction notifyTask() {
        return notify;
    }

    /** By the function whose events they are. */
    Map<String, DeadLetters> deadLetters() {
        return Map.of("FileLanded", fileLandedDeadLetters, "ExecutionStatusChanged", statusChangedDeadLetters);
    }

    /**
     * Each artefact that lands in the jobs bucket is a change for whoever watches its job; a picture that lands after the
     * job's end is one that everybody is told of.
     */
    void watchFiles(JobBuckets buckets) {
        var fileLanded = tellingTheEnd(
                        "FileLanded",
                        "FileLandedHandler",
                        Duration.seconds(30),
                        function -> function.deadLetterQueue(fileLandedDeadLetters.queue()))
                .may(jobs.write("line/*"), jobs.delete("photo/*"));
        var permission = CfnPermission.Builder.create(this, "S3MayInvokeFileLanded")
                .action("lambda:InvokeFunction")
                .functionName(fileLanded.arn())
                .principal("s3.amazonaws.com")
                .sourceArn(jobs.arn())
                .sourceAccount(Aws.ACCOUNT_ID)
                .build();
        buckets.tellOfFiles(fileLanded.arn(), permission);
    }

    /** An execution that ends without its own Notify is told of all the same, and one that is redriven by hand. */
    void watchExecutions(Workflow workflow) {
        var statusChanged = tellingTheEnd(
                "ExecutionStatusChanged",
                "ExecutionStatusChangedHandler",
                Duration.seconds(30),
                function -> function.deadLetterQueue(statusChangedDeadLetters.queue()));
        tell(statusChanged, "ExecutionFailed", workflow, Map.of("status", List.of("FAILED", "TIMED_OUT", "ABORTED")));
        // by whatever tool of AWS's; a start, which is RUNNING as well, is nothing to tell
        tell(
                statusChanged,
                "ExecutionRedriven",
                workflow,
                Map.of("status", List.of("RUNNING"), "redriveCount", List.of(Map.of("anything-but", List.of(0)))));
    }

    private void tell(TaskFunction statusChanged, String rule, Workflow workflow, Map<String, Object> change) {
        var detail = new TreeMap<String, Object>(change);
        detail.put("stateMachineArn", List.of(workflow.arn()));
        Rule.Builder.create(this, rule)
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.states"))
                        .detailType(List.of("Step Functions Execution Status Change"))
                        .detail(detail)
                        .build())
                .targets(List.of(LambdaFunction.Builder.create(statusChanged.live())
                        .deadLetterQueue(statusChangedDeadLetters.queue())
                        .build()))
                .build();
    }

    private TaskFunction tellingTheEnd(
            String id, String handler, Duration timeout, UnaryOperator<Function.Builder> more) {
        var environment = Map.of(
                "TOPIC_ARN", topic.getTopicArn(),
                "UPLOADS_BUCKET", uploads.name(),
                "CALLBACK_QUEUE_URL", callbacks.queue().getQueueUrl(),
                "LINK_SECONDS", String.valueOf(settings.linkSeconds()));
        return function(id, handler, timeout, environment, more)
                .may(jobs.write("photo/*/job.json"), uploads.read("photo/*")) // which its links let others do
                .may("sns:Publish", topic.getTopicArn())
                .may("sqs:SendMessage", callbacks.queue().getQueueArn());
    }

    private TaskFunction function(
            String id,
            String handler,
            Duration timeout,
            Map<String, String> environment,
            UnaryOperator<Function.Builder> more) {
        var program = new Program(code, "booth.notify." + handler, 1024, timeout);
        var all = new HashMap<>(environment);
        all.put("JOBS_BUCKET", jobs.name());
        all.put("STREAM_QUEUE_URL", changes.queue().getQueueUrl());
        return new TaskFunction(this, id, program, all, more)
                .may(jobs.list("photo/*", "line/*"), jobs.read("photo/*"), jobs.delete("line/*"))
                .may("sqs:SendMessage", changes.queue().getQueueArn());
    }
}
