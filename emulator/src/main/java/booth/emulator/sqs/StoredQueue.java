package booth.emulator.sqs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.elasticmq.CreateQueueData;
import org.elasticmq.DeadLettersQueueData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.QueueData;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** A queue with its attributes, as it is kept on disk. */
record StoredQueue(
        String name,
        long visibilityMillis,
        Duration delay,
        Duration longPoll,
        Instant created,
        Instant modified,
        Optional<DeadLetters> deadLetters,
        boolean fifo,
        boolean contentBasedDeduplication,
        Map<String, String> tags) {
    private static final long USUAL_VISIBILITY_MILLIS = 30_000;

    record DeadLetters(String queue, int maxReceiveCount) {}

    /** With the attributes that SQS gives a queue of which nothing else is said. */
    static StoredQueue usual(String name) {
        Instant now = Instant.now();
        return new StoredQueue(
                name,
                USUAL_VISIBILITY_MILLIS,
                Duration.ZERO,
                Duration.ZERO,
                now,
                now,
                Optional.empty(),
                name.endsWith(".fifo"),
                false,
                Map.of());
    }

    StoredQueue withoutDeadLetters() {
        return new StoredQueue(
                name,
                visibilityMillis,
                delay,
                longPoll,
                created,
                modified,
                Optional.empty(),
                fifo,
                contentBasedDeduplication,
                tags);
    }

    static StoredQueue of(QueueData queue) {
        return new StoredQueue(
                queue.name(),
                queue.defaultVisibilityTimeout().millis(),
                queue.delay(),
                queue.receiveMessageWait(),
                queue.created().toInstant(),
                queue.lastModified().toInstant(),
                OptionConverters.toJava(queue.deadLettersQueue())
                        .map(rule -> new DeadLetters(rule.name(), rule.maxReceiveCount())),
                queue.isFifo(),
                queue.hasContentBasedDeduplication(),
                CollectionConverters.asJava(queue.tags()));
    }

    CreateQueueData toCreate() {
        return new CreateQueueData(
                name,
                Option.apply(new MillisVisibilityTimeout(visibilityMillis)),
                Option.apply(delay),
                Option.apply(longPoll),
                Option.apply(created.atOffset(ZoneOffset.UTC)),
                Option.apply(modified.atOffset(ZoneOffset.UTC)),
                OptionConverters.toScala(
                        deadLetters.map(rule -> new DeadLettersQueueData(rule.queue(), rule.maxReceiveCount()))),
                fifo,
                contentBasedDeduplication,
                Option.empty(),
                Option.empty(),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(tags)));
    }
}
