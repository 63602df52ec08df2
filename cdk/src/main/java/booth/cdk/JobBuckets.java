package booth.cdk;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
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
        uploadsBucket = bucket("Uploads", uploads, List.of(forget("photos", 1).build()))
                .cors(List.of(pagesMay(HttpMethods.PUT)))
                .build();
        jobsBucket = bucket(
                        "Jobs",
                        jobs,
                        List.of(
                                forget("jobs", retentionDays).prefix(FOLDER).build(),
                                forget("index", retentionDays).prefix("booths/").build(),
                                forget("line", 1).prefix("line/").build(),
                                forget("connections", 1).prefix("connections/").build(),
                                forget("daily-photos", 1).prefix("legacy/").build(),
                                forget("pairings", 1).prefix("pairings/").build(),
                                forget("idempotency-keys", 1)
                                        .prefix("idempotency/")
                                        .build()))
                .cors(List.of(pagesMay(HttpMethods.GET)))
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
        jobsBucket.addLifecycleRule(forget(folder, days).prefix(folder + "/").build());
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

    private static LifecycleRule.Builder forget(String what, int days) {
        return LifecycleRule.builder().id("forget-" + what).expiration(Duration.days(days));
    }

    /** Of any origin: what counts is the signature of the link, and who has that. */
    private static CorsRule pagesMay(HttpMethods method) {
        return CorsRule.builder()
                .allowedMethods(List.of(method))
                .allowedOrigins(List.of("*"))
                .allowedHeaders(List.of("*"))
                .maxAge(3000)
                .build();
    }

    private Bucket.Builder bucket(String id, NamedBucket bucket, List<LifecycleRule> forgetting) {
        return Bucket.Builder.create(this, id)
                .bucketName(bucket.name())
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY) // CloudFormation refuses while there is a photo in it
                .lifecycleRules(Stream.concat(
                                Stream.of(LifecycleRule.builder()
                                        .id("leave-no-remains")
                                        .noncurrentVersionExpiration(Duration.days(1))
                                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                                        .build()),
                                forgetting.stream())
                        .toList());
    }
}
