package booth.cdk;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** A bucket that only roles and presigned links of its account reach, by TLS, and that keeps no versions. */
final class PrivateBucket {
    private PrivateBucket() {}

    static Bucket.Builder of(Construct scope, String id, NamedBucket bucket, List<LifecycleRule> forgetting) {
        return Bucket.Builder.create(scope, id)
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

    static LifecycleRule.Builder forget(String what, int days) {
        return LifecycleRule.builder().id("forget-" + what).expiration(Duration.days(days));
    }

    /** Of any origin: what counts is the signature of the link, and who has that. */
    static CorsRule pagesMay(HttpMethods method) {
        return CorsRule.builder()
                .allowedMethods(List.of(method))
                .allowedOrigins(List.of("*"))
                .allowedHeaders(List.of("*"))
                .maxAge(3000)
                .build();
    }
}
