package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The way to booths' own addresses: a queue of jobs that ended, and the function that tells of them. */
final class Callbacks extends Construct {
    /** Five seconds to connect and ten for the answer, once; a message stays hidden six times as long. */
    private static final Duration TIMEOUT = Duration.seconds(30);
    /** The function waits longer each time: eight tries are spread over about eight hours. */
    private static final int RECEIVES = 8;

    private final DeadLetters deadLetters;
    private final Queue queue;

    Callbacks(Construct scope, String id) {
        super(scope, id);
        deadLetters = new DeadLetters(this, "DeadLetters");
        queue = deadLetters
                .queueBefore(this, "Queue", RECEIVES, TIMEOUT)
                .retentionPeriod(Duration.days(2))
                .build();
    }

    Queue queue() {
        return queue;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    void open(Artifacts artifacts, Settings settings, JobBuckets buckets) {
        var jobs = buckets.jobs();
        var environment = new TreeMap<>(Map.of(
                "JOBS_BUCKET", jobs.name(),
                "UPLOADS_BUCKET", buckets.uploads().name(),
                "CALLBACK_QUEUE_URL", queue.getQueueUrl(),
                "LINK_SECONDS", String.valueOf(settings.linkSeconds())));
        if (settings.privateCallbacks()) environment.put("PRIVATE_CALLBACKS", "true");
        var program =
                new Program(artifacts.functionOf("doors/callback"), "booth.callback.CallbackHandler", 1024, TIMEOUT);
        var callback = new TaskFunction(this, "Callback", program, environment)
                .may(jobs.list("photo/*", "keys/*", "line/*"), jobs.read("photo/*", "keys/*"))
                .may(buckets.uploads().read("photo/*")); // which its links let others do
        new QueueConsumer(this, "Consumer", queue, callback, new QueueConsumer.Pace(1, 10));
    }
}
