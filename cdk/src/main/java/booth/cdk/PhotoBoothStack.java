package booth.cdk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The whole pipeline: a photo lands in one bucket, its pictures in the other, and its end is announced. */
final class PhotoBoothStack extends Stack {
    private final Set<String> apiPaths;

    PhotoBoothStack(Construct scope, String id, Settings settings, Artifacts artifacts) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("A photo goes in, pictures of the same faces in new worlds come out.")
                        .analyticsReporting(false)
                        .build());
        var buckets = new JobBuckets(this, "JobBuckets", settings.retentionDays());
        var tasks = new PipelineTasks(this, "Tasks", artifacts, settings, buckets);
        var changes = new StreamQueue(this, "StreamQueue", LiveStream.PUSH_TIMEOUT);
        var callbacks = new Callbacks(this, "Callbacks");
        callbacks.open(artifacts, settings, buckets);
        var announcer = new Announcer(this, "Announcer", artifacts, settings, buckets, changes, callbacks);
        var generationQueue = new GenerationQueue(this, "GenerationQueue", Generation.TIMEOUT);
        var workflow = new Workflow(
                this,
                "Workflow",
                artifacts.stateMachine(),
                Map.of(
                        "Detect", tasks.detect(),
                        "Segment", tasks.segment(),
                        "MergeMask", tasks.mergeMask(),
                        "Portrait", tasks.portrait(),
                        "Monster", tasks.monster(),
                        "Notify", announcer.notifyTask()),
                generationQueue.queue(),
                settings.samEndpoints().isEmpty());
        var intake = new Ingest(this, "Ingest", artifacts, buckets, workflow, changes);
        new Generation(
                this,
                "Generation",
                artifacts,
                settings,
                buckets.jobs(),
                NamedBucket.of("Garden", "pictures"),
                generationQueue,
                workflow);
        var http = new BoothHttpApi(this, "HttpApi", artifacts, settings, buckets, workflow, changes);
        apiPaths = http.paths();
        var stream = new LiveStream(this, "LiveStream", artifacts, settings, buckets, changes);
        announcer.watchFiles(buckets);
        announcer.watchExecutions(workflow);

        var deadLetters = new TreeMap<String, DeadLetters>();
        deadLetters.put("Intake", intake.queue().deadLetters());
        deadLetters.put("Callback", callbacks.deadLetters());
        deadLetters.put("Generation", generationQueue.deadLetters());
        deadLetters.put("Stream", changes.deadLetters());
        deadLetters.putAll(announcer.deadLetters());
        settings.lineChannel().ifPresent(secret -> {
            var line = new LineBot(this, "LineBot", artifacts, secret, buckets);
            line.listen(announcer.topic());
            line.open(http);
            line.work(settings, http, workflow, changes);
            deadLetters.putAll(line.deadLetters());
            output("LineWebhookUrl", http.url() + "/line/webhook");
        });
        new Alarms(
                this,
                "Alarms",
                deadLetters,
                generationQueue,
                workflow.machine(),
                Optional.of(http).filter(api -> settings.legacyRoutes()).map(BoothHttpApi::photosUsedUp));

        output("UploadsBucket", buckets.uploads().name());
        output("JobsBucket", buckets.jobs().name());
        output("StateMachineArn", workflow.arn());
        output("TopicArn", announcer.topic().getTopicArn());
        output("IntakeQueueUrl", intake.queue().queue().getQueueUrl());
        output("IntakeDeadLettersUrl", intake.queue().deadLetters().queue().getQueueUrl());
        output("StreamQueueUrl", changes.queue().getQueueUrl());
        output("StreamQueueArn", changes.queue().getQueueArn());
        output("GenerationQueueArn", generationQueue.queue().getQueueArn());
        output("GenerationQueueUrl", generationQueue.queue().getQueueUrl());
        output("GenerationDeadLettersUrl", generationQueue.deadLetters().queue().getQueueUrl());
        output("CallbackQueueUrl", callbacks.queue().getQueueUrl());
        output("CallbackDeadLettersUrl", callbacks.deadLetters().queue().getQueueUrl());
        output("ApiUrl", http.url());
        output("StreamUrl", stream.url());
        output("LogGroupPrefix", TaskFunction.logGroupPrefix(this));
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name)
                .value(value)
                .exportName(exportOf(name))
                .build();
    }

    /** Under which other stacks find an output. */
    String exportOf(String output) {
        return getStackName() + "-" + output;
    }

    /** Every path of the HTTP API. */
    Set<String> apiPaths() {
        return apiPaths;
    }

    /** Whether there is such an output. */
    boolean tells(String output) {
        return getNode().tryFindChild(output) != null;
    }
}
