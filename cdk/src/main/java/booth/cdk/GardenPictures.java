package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.constructs.Construct;

/**
 * The garden's bucket, and who keeps listings of its pictures in step with it. Pictures stay until they are removed; a
 * guest's face is deleted by the function that looks at it, and the rule for {@code profile/} is for the day it cannot.
 */
final class GardenPictures extends Construct {
    private static final Duration TIMEOUT = Duration.seconds(60);
    /** Many pictures of one search key, one writing of its listing; and hardly anybody who writes it at the same time. */
    private static final QueueConsumer.Pace PACE = new QueueConsumer.Pace(100, Duration.seconds(1), 2);

    private static final List<String> AREAS = List.of("emotions/", "imgPool/");

    private final NamedBucket bucket;
    private final BucketQueue changes;
    private final TaskFunction follower;

    GardenPictures(Construct scope, String id, Artifacts artifacts) {
        super(scope, id);
        bucket = NamedBucket.of(Stack.of(this).getStackName(), "pictures");
        changes = new BucketQueue(this, "Changes", TIMEOUT);
        follower = follower(artifacts);
        new QueueConsumer(this, "Consumer", changes.queue(), follower, PACE);
        Bucket resource = PrivateBucket.of(
                        this,
                        "Bucket",
                        bucket,
                        List.of(
                                PrivateBucket.forget("faces", 1)
                                        .prefix("profile/")
                                        .build(),
                                PrivateBucket.forget("orders", 7)
                                        .prefix("orders/")
                                        .build(),
                                PrivateBucket.forget("batches", 90)
                                        .prefix("batches/")
                                        .build(),
                                PrivateBucket.forget("likes", 30)
                                        .prefix("likes/")
                                        .build(),
                                PrivateBucket.forget("guests", 30)
                                        .prefix("taste/guests/")
                                        .build(),
                                PrivateBucket.forget("forgotten", 1)
                                        .prefix("taste/forgotten/")
                                        .build()))
                .cors(List.of(PrivateBucket.pagesMay(HttpMethods.GET)))
                .build();
        BucketNotifications.of(resource, changes.acceptFrom(bucket))
                .comingsAndGoingsToQueue(changes.queue().getQueueArn(), AREAS, ".jpeg");
    }

    private TaskFunction follower(Artifacts artifacts) {
        var program = new Program(
                artifacts.functionOf("garden"), "booth.garden.pictures.PicturesChangedHandler", 1769, TIMEOUT);
        return new TaskFunction(this, "PicturesChanged", program, Map.of("GARDEN_BUCKET", bucket.name()))
                .may(
                        bucket.list("emotions/*", "imgPool/*", "hidden/*", "listings/*"),
                        bucket.read("emotions/*", "imgPool/*", "hidden/*", "listings/*"),
                        bucket.write("listings/*"),
                        bucket.delete("hidden/*"));
    }

    NamedBucket bucket() {
        return bucket;
    }

    /** Who hears of every picture that comes or goes. */
    TaskFunction follower() {
        return follower;
    }

    DeadLetters deadLetters() {
        return changes.deadLetters();
    }
}
