package booth.cdk;

import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where messages end that nobody could handle: kept for SQS's longest time, two weeks, to be looked at and sent again. */
final class DeadLetters extends Construct {
    private final Queue queue;

    DeadLetters(Construct scope, String id) {
        this(scope, id, UnaryOperator.identity());
    }

    private DeadLetters(Construct scope, String id, UnaryOperator<Queue.Builder> more) {
        super(scope, id);
        queue = more.apply(Queue.Builder.create(this, "Queue")
                        .encryption(QueueEncryption.SQS_MANAGED)
                        .enforceSsl(true)
                        .retentionPeriod(Duration.days(14))
                        .visibilityTimeout(Duration.minutes(5)))
                .build();
    }

    /** Those of a FIFO queue must be one, too. */
    static DeadLetters fifo(Construct scope, String id) {
        return new DeadLetters(scope, id, queue -> queue.fifo(true));
    }

    Queue queue() {
        return queue;
    }

    /**
     * A queue whose messages end here.
     *
     * @param receives how often a message is tried
     * @param consumerTimeout of the function that reads it; a message stays hidden six times as long, as AWS advises
     */
    Queue.Builder queueBefore(Construct scope, String id, int receives, Duration consumerTimeout) {
        return Queue.Builder.create(scope, id)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .visibilityTimeout(
                        Duration.seconds(6 * consumerTimeout.toSeconds().intValue()))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(queue)
                        .maxReceiveCount(receives)
                        .build());
    }
}
