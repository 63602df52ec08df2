package booth.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The gate to the image model: a slow or throttled model makes a line here, never a storm of retries.
 *
 * <p>A standard queue whose messages carry a {@code MessageGroupId}, the booth: SQS then serves the quiet groups first,
 * so one busy booth does not starve the others. A throttled message goes back with growing visibility, up to five
 * minutes, and each try counts as a receive; twenty of them outlast the half hour a branch of the state machine waits,
 * so a patient line never turns into dead letters. What is older than an execution's two hours has nobody left to
 * answer, and is forgotten.
 */
final class GenerationQueue extends Construct {
    private static final int RECEIVES = 20;

    private final DeadLetters deadLetters;
    private final Queue queue;

    /** @param consumerTimeout of the function that reads it */
    GenerationQueue(Construct scope, String id, Duration consumerTimeout) {
        super(scope, id);
        deadLetters = new DeadLetters(this, "DeadLetters");
        queue = deadLetters
                .queueBefore(this, "Queue", RECEIVES, consumerTimeout)
                .retentionPeriod(Duration.hours(2))
                .build();
    }

    Queue queue() {
        return queue;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }
}
