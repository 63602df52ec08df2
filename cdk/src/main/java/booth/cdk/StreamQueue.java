package booth.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Changes of jobs, for those who watch them. FIFO, with a message group for each job: while changes of a job are being told no others of
 * it are handed out, so whoever watches sees them in order. Its limits count for each group, of which there are many. News
 * that are an hour old are none.
 */
final class StreamQueue extends Construct {
    private static final int RECEIVES = 6;

    private final DeadLetters deadLetters;
    private final Queue queue;

    /** @param consumerTimeout of the function that reads it */
    StreamQueue(Construct scope, String id, Duration consumerTimeout) {
        super(scope, id);
        deadLetters = DeadLetters.fifo(this, "DeadLetters");
        queue = deadLetters
                .queueBefore(this, "Queue", RECEIVES, consumerTimeout)
                .fifo(true)
                .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID)
                .retentionPeriod(Duration.hours(1))
                .build();
    }

    Queue queue() {
        return queue;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }
}
