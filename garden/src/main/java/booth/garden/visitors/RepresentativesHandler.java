package booth.garden.visitors;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.function.JsonHandler;
import booth.core.function.JsonLog;
import booth.core.function.Priming;
import booth.core.job.ObjectStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda handler that orders the pictures of the day's representatives; called by the clock.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET}
 *   <li>{@code JOBS_BUCKET}: where the booths' jobs are
 *   <li>{@code GENERATION_QUEUE_URL}: where orders for pictures go
 * </ul>
 */
public final class RepresentativesHandler
        extends JsonHandler<RepresentativesHandler.Input, RepresentativesHandler.Output> {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    record Input() {}

    /** @param ordered keys of pictures */
    record Output(List<String> ordered) {}

    public RepresentativesHandler() {
        this(System.getenv());
    }

    public RepresentativesHandler(Map<String, String> env) {
        this(new Environment(env));
    }

    private RepresentativesHandler(Environment env) {
        this(
                env.require("JOBS_BUCKET"),
                S3ObjectStore.open(env.require("JOBS_BUCKET")),
                S3ObjectStore.open(env.require("GARDEN_BUCKET")),
                new SqsPortraitOrders(
                        Clients.build(SqsClient.builder(), ATTEMPT), env.require("GENERATION_QUEUE_URL")));
    }

    private RepresentativesHandler(String bucket, ObjectStore jobs, ObjectStore garden, PortraitOrders orders) {
        this(new Representatives(
                new Visitors(jobs, bucket),
                garden,
                orders,
                RepresentativesHandler::chance,
                Clock.systemUTC(),
                JsonLog.standardOutput()));
        Priming.register(this, jobs, garden, orders);
    }

    RepresentativesHandler(Representatives representatives) {
        super(Input.class, now -> new Output(representatives.order()));
    }

    /** Copies of a snapshot would share any other chance. */
    private static int chance() {
        return 1 + new SecureRandom().nextInt(Representatives.MOST_MORE);
    }
}
