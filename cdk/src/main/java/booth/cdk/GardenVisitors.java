package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/**
 * The day's visitors: who has their two representatives painted every quarter of an hour, and who answers for them and
 * calls out to screens. Of the booth's jobs the first reads who was seen, and nobody writes anything.
 */
final class GardenVisitors extends Construct {
    /** API Gateway waits 30 s. */
    private static final Duration TIMEOUT = Duration.seconds(29);

    /** A hall of a few thousand visitors. */
    private static final Duration COUNTING = Duration.minutes(5);

    private final NamedBucket garden;
    private final NamedBucket jobs;
    private final TaskFunction api;

    /** Queues of the booth's, each with what it is called by and what it is named by in grants. */
    record BoothQueue(String url, String arn) {}

    GardenVisitors(
            Construct scope,
            String id,
            Artifacts artifacts,
            Settings settings,
            NamedBucket garden,
            NamedBucket jobs,
            BoothQueue generation,
            BoothQueue stream) {
        super(scope, id);
        this.garden = garden;
        this.jobs = jobs;
        GardenMood.everyQuarter(
                this,
                "RepresentativesRule",
                "The representatives of the day's visitors are painted anew.",
                representatives(artifacts, generation));
        api = api(artifacts, settings, stream);
    }

    private TaskFunction representatives(Artifacts artifacts, BoothQueue generation) {
        var program = new Program(
                artifacts.functionOf("garden"), "booth.garden.visitors.RepresentativesHandler", 1769, COUNTING);
        var environment = Map.of(
                "GARDEN_BUCKET", garden.name(),
                "JOBS_BUCKET", jobs.name(),
                "GENERATION_QUEUE_URL", generation.url());
        return new TaskFunction(this, "Representatives", program, environment)
                .may(jobs.list("booths/*", "photo/*"))
                .may(jobs.read("photo/*/faces.json", "photo/*/job.json"))
                .may(garden.list("dashboard/*", "orders/representatives/*"))
                .may(garden.read("dashboard/*", "orders/representatives/*"))
                .may(garden.write("orders/representatives/*"))
                .may("sqs:SendMessage", generation.arn());
    }

    private TaskFunction api(Artifacts artifacts, Settings settings, BoothQueue stream) {
        var environment = new TreeMap<>(
                Map.of("GARDEN_BUCKET", garden.name(), "JOBS_BUCKET", jobs.name(), "STREAM_QUEUE_URL", stream.url()));
        if (!settings.allowedOrigins().isEmpty())
            environment.put("ALLOWED_ORIGINS", String.join(",", settings.allowedOrigins()));
        var program =
                new Program(artifacts.functionOf("garden"), "booth.garden.visitors.VisitorsApiHandler", 1024, TIMEOUT);
        return new TaskFunction(this, "VisitorsApi", program, environment)
                .may(garden.list("dashboard/*"), garden.read("dashboard/*")) // which its links let others do
                .may(jobs.list("keys/*"), jobs.read("keys/*"))
                .may("sqs:SendMessage", stream.arn());
    }

    /** Who answers the operations of the tag {@code visitors}. */
    TaskFunction function() {
        return api;
    }
}
