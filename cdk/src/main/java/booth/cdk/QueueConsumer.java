package booth.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.ScalingConfigProperty;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A function fed by a queue, which says of each message whether it is done. */
final class QueueConsumer extends Construct {
    /**
     * @param batchSize messages a call gets at most
     * @param window how long a call may wait for its messages; more than ten come only so
     * @param concurrency calls at once at most; Lambda fetches no more than these can take, so waiting counts as no receive
     */
    record Pace(int batchSize, Duration window, int concurrency) {
        /** At once. */
        Pace(int batchSize, int concurrency) {
            this(batchSize, Duration.seconds(0), concurrency);
        }
    }

    QueueConsumer(Construct scope, String id, Queue queue, TaskFunction function, Pace pace) {
        super(scope, id);
        function.may(PolicyStatement.Builder.create()
                .actions(List.of(
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:ChangeMessageVisibility",
                        "sqs:GetQueueAttributes"))
                .resources(List.of(queue.getQueueArn()))
                .build());
        var mapping = CfnEventSourceMapping.Builder.create(this, "Mapping")
                .eventSourceArn(queue.getQueueArn())
                .functionName(function.arn())
                .batchSize(pace.batchSize())
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .scalingConfig(ScalingConfigProperty.builder()
                        .maximumConcurrency(pace.concurrency())
                        .build());
        if (pace.window().toSeconds().intValue() > 0)
            mapping.maximumBatchingWindowInSeconds(pace.window().toSeconds());
        mapping.build();
    }
}
