package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** A photo has landed: its execution is started, once. */
final class Ingest extends Construct {
    private static final Duration TIMEOUT = Duration.seconds(30);

    private final BucketQueue queue;

    Ingest(
            Construct scope,
            String id,
            Artifacts artifacts,
            JobBuckets buckets,
            Workflow workflow,
            StreamQueue changes) {
        super(scope, id);
        queue = new BucketQueue(this, "IntakeQueue", TIMEOUT);
        var program = new Program(artifacts.functionOf("doors/intake"), "booth.intake.IntakeHandler", 1024, TIMEOUT);
        var environment = Map.of(
                "UPLOADS_BUCKET", buckets.uploads().name(),
                "JOBS_BUCKET", buckets.jobs().name(),
                "STATE_MACHINE_ARN", workflow.arn(),
                "STREAM_QUEUE_URL", changes.queue().getQueueUrl());
        var intake = new TaskFunction(this, "Intake", program, environment)
                .may(buckets.jobs().list("photo/*"), buckets.jobs().read("photo/*/job.json"))
                .may(buckets.jobs().write("photo/*/job.json"))
                .may(buckets.uploads().delete("photo/*"))
                .may("states:StartExecution", workflow.arn())
                .may("states:StopExecution", workflow.executionArns())
                .may("sqs:SendMessage", changes.queue().getQueueArn());
        new QueueConsumer(this, "Consumer", queue.queue(), intake, new QueueConsumer.Pace(10, 10));
        buckets.sendUploadsTo(queue.queue().getQueueArn(), queue.acceptFrom(buckets.uploads()));
    }

    BucketQueue queue() {
        return queue;
    }
}
