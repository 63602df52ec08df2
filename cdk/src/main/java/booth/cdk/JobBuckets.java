package booth.cdk;

import java.util.List;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.constructs.Construct;

/**
 * Where guests put photos and where jobs are worked on: two buckets, so that no output can ever start an execution.
 *
 * <p>Both are private, speak TLS only, and forget: uploads after a day, jobs after {@code retentionDays}. They keep no
 * versions, so what is deleted is gone; the rules for old versions are for the day someone switches versioning on. A
 * job's frame, faces and masks live as long as its pictures, not one day: a lifecycle rule sees a prefix or a tag but no
 * suffix, the artefacts of a job share their prefix, and a tag would have to be written with every object. A replay
 * within that time needs the frame and the mask anyway, and deleting the job's prefix erases them at once. Only the
 * booths' keys, {@code keys/} in the jobs bucket, stay until they are revoked.
 */
final class JobBuckets extends Construct {
    private static final String FOLDER = "photo/";

    private final NamedBucket uploads;
    private final NamedBucket jobs;
    private final Bucket uploadsBucket;
    private final Bucket jobsBucket;

    JobBuckets(Construct scope, String id, int retentionDays) {
        super(scope, id);
        String stack = Stack.of(this).getStackName();
        uploads = NamedBucket.of(stack, "uploads");
        jobs = NamedBucket.of(stack, "jobs");
        uploadsBucket = PrivateBucket.of(
                        this,
                        "Uploads",
                        uploads,
                        List.of(PrivateBucket.forget("photos", 1).build()))
                .cors(List.of(PrivateBucket.pagesMay(HttpMethods.PUT)))
                .build();
        jobsBucket = PrivateBucket.of(
                        this,
                        "Jobs",
                        jobs,
                        List.of(
                                PrivateBucket.forget("jobs", retentionDays)
                                        .prefix(FOLDER)
                                        .build(),
                                PrivateBucket.forget("index", retentionDays)
                                        .prefix("booths/")
                                        .build(),
                                PrivateBucket.forget("line", 1).prefix("line/").build(),
                                PrivateBucket.forget("connections", 1)
                                        .prefix("connections/")
                                        .build(),
                                PrivateBucket.forget("channels", 1)
                                        .prefix("channels/")
                                        .build(),
                                PrivateBucket.forget("daily-photos", 1)
                                        .prefix("legacy/")
                                        .build(),
                                PrivateBucket.forget("pairings", 1)
                                        .prefix("pairings/")
                                        .build(),
                                PrivateBucket.forget("idempotency-keys", 1)
                                        .prefix("idempotency/")
                                        .build()))
                .cors(List.of(PrivateBucket.pagesMay(HttpMethods.GET)))
                .build();
    }

    NamedBucket uploads() {
        return uploads;
    }

    NamedBucket jobs() {
        return jobs;
    }

    /** What stands under {@code <folder>/} in the jobs bucket, too. */
    void alsoForget(String folder, int days) {
        jobsBucket.addLifecycleRule(
                PrivateBucket.forget(folder, days).prefix(folder + "/").build());
    }

    /** @param permission what lets S3 send to the queue */
    void sendUploadsTo(String queueArn, CfnResource permission) {
        BucketNotifications.of(uploadsBucket, permission).toQueue(queueArn, FOLDER);
    }

    /**
     * Only artefacts: writing {@code job.json}, an order's lease or a listener's marker raises nothing, so nothing can
     * loop.
     *
     * @param permission what lets S3 invoke the function
     */
    void tellOfFiles(String functionArn, CfnResource permission) {
        BucketNotifications.of(jobsBucket, permission)
                .toFunction(functionArn, FOLDER, List.of(".png", ".jpeg", "faces.json"));
    }
}
