package booth.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where messages end that nobody could handle: kept for SQS's longest time, two weeks, to be looked at and sent again. */
final class DeadLetters extends Construct {
    private final Queue queue;

    DeadLetters(Construct scope, String id) {
        super(scope, id);
        queue = Queue.Builder.create(this, "Queue")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .visibilityTimeout(Duration.minutes(5))
                .build();
    }

    Queue queue() {
        return queue;
    }

    DeadLetterQueue after(int receives) {
        return DeadLetterQueue.builder().queue(queue).maxReceiveCount(receives).build();
    }
}
