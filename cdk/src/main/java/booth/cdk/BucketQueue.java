package booth.cdk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What happens in a bucket: S3 says it here, and a function takes it in at its own pace. */
final class BucketQueue extends Construct {
    private static final int RECEIVES = 5;

    private final DeadLetters deadLetters;
    private final Queue queue;

    /** @param consumerTimeout of the function that reads it */
    BucketQueue(Construct scope, String id, Duration consumerTimeout) {
        super(scope, id);
        deadLetters = new DeadLetters(this, "DeadLetters");
        queue = deadLetters
                .queueBefore(this, "Queue", RECEIVES, consumerTimeout)
                .build();
    }

    Queue queue() {
        return queue;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Lets S3 send here what lands in {@code bucket}, and nobody else's bucket; answers the permission. */
    CfnResource acceptFrom(NamedBucket bucket) {
        var result = queue.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn()))
                .conditions(new TreeMap<>(Map.of(
                        "ArnEquals", Map.of("aws:SourceArn", bucket.arn()),
                        "StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
                .build());
        return (CfnResource)
                ((Construct) result.getPolicyDependable()).getNode().getDefaultChild();
    }
}
