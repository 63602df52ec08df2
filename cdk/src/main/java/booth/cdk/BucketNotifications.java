package booth.cdk;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucket.FilterRuleProperty;
import software.amazon.awscdk.services.s3.CfnBucket.LambdaConfigurationProperty;
import software.amazon.awscdk.services.s3.CfnBucket.NotificationConfigurationProperty;
import software.amazon.awscdk.services.s3.CfnBucket.NotificationFilterProperty;
import software.amazon.awscdk.services.s3.CfnBucket.QueueConfigurationProperty;
import software.amazon.awscdk.services.s3.CfnBucket.S3KeyFilterProperty;

/**
 * Whom a bucket tells of new objects, as the bucket's own {@code NotificationConfiguration}.
 *
 * <p>The higher-level way of the CDK adds a Python function and a custom resource, which hide the notifications from
 * whoever reads the template. The circle they are there to avoid (bucket → function → bucket) is avoided here by names
 * known beforehand, see {@link NamedBucket}. S3 checks on creation whether it may deliver, so the bucket waits for that
 * permission.
 */
record BucketNotifications(CfnBucket bucket) {
    private static final String CREATED = "s3:ObjectCreated:*";
    private static final String REMOVED = "s3:ObjectRemoved:*";

    /** @param permission what lets S3 deliver */
    static BucketNotifications of(Bucket bucket, CfnResource permission) {
        var resource = (CfnBucket) bucket.getNode().getDefaultChild();
        resource.addResourceDependency(permission);
        return new BucketNotifications(resource);
    }

    void toQueue(String queueArn, String prefix) {
        bucket.setNotificationConfiguration(NotificationConfigurationProperty.builder()
                .queueConfigurations(List.of(QueueConfigurationProperty.builder()
                        .event(CREATED)
                        .queue(queueArn)
                        .filter(filter(rule("prefix", prefix)))
                        .build()))
                .build());
    }

    /**
     * Of files that come and go, copies and parts put together among them.
     *
     * @param prefixes none may begin another
     */
    void comingsAndGoingsToQueue(String queueArn, List<String> prefixes, String suffix) {
        bucket.setNotificationConfiguration(NotificationConfigurationProperty.builder()
                .queueConfigurations(prefixes.stream()
                        .flatMap(prefix -> Stream.of(CREATED, REMOVED)
                                .map(event -> QueueConfigurationProperty.builder()
                                        .event(event)
                                        .queue(queueArn)
                                        .filter(filter(rule("prefix", prefix), rule("suffix", suffix)))
                                        .build()))
                        .toList())
                .build());
    }

    /** @param suffixes none may be the end of another: S3 takes no overlapping filters */
    void toFunction(String functionArn, String prefix, List<String> suffixes) {
        bucket.setNotificationConfiguration(NotificationConfigurationProperty.builder()
                .lambdaConfigurations(suffixes.stream()
                        .map(suffix -> LambdaConfigurationProperty.builder()
                                .event(CREATED)
                                .function(functionArn)
                                .filter(filter(rule("prefix", prefix), rule("suffix", suffix)))
                                .build())
                        .toList())
                .build());
    }

    private static NotificationFilterProperty filter(FilterRuleProperty... rules) {
        return NotificationFilterProperty.builder()
                .s3Key(S3KeyFilterProperty.builder().rules(List.of(rules)).build())
                .build();
    }

    private static FilterRuleProperty rule(String name, String value) {
        return FilterRuleProperty.builder().name(name).value(value).build();
    }
}
