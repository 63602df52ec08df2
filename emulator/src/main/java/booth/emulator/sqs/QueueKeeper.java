package booth.emulator.sqs;

import java.io.UncheckedIOException;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Status;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what happens in ElasticMQ's queues and keeps it on disk; ElasticMQ answers its caller when this has answered. That
 * a queue no longer has a message says little: it was deleted, or it is on its way to another queue, and ElasticMQ tells of
 * the removal and of the arrival in any order. So only a delete and a purge, which the {@link QueueGuard} sees pass, end a
 * message; a moved one stays where it was until it has arrived.
 */
final class QueueKeeper extends AbstractActor {
    private static final Logger LOG = LoggerFactory.getLogger(QueueKeeper.class);

    /** A client deleted the message. */
    record Deleted(String message) {}

    /** All messages of the queue were deleted at once. */
    record Purged(String queue) {}

    /** Answered when everything told before is on the disk. */
    record Settled() {}

    private final QueueFiles files;

    QueueKeeper(QueueFiles files) {
        this.files = files;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.QueueCreated.class, event -> keep(StoredQueue.of(event.queue())))
                .match(QueueEvent.QueueMetadataUpdated.class, event -> keep(StoredQueue.of(event.queue())))
                .match(QueueEvent.QueueDeleted.class, event -> files.forget(event.queueName()))
                .match(
                        QueueEvent.MessageAdded.class,
                        event -> answer(() -> files.keep(
                                event.queueName(),
                                StoredMessage.of(
                                        event.message(), event.message().receiveCount()))))
                .match(
                        QueueEvent.MessageUpdated.class, // received, or its time was changed while it is
                        event -> answer(() -> files.keep(
                                event.queueName(),
                                StoredMessage.of(
                                        event.message(), event.message().receiveCount() - 1))))
                .match(QueueEvent.MessageRemoved.class, event -> answer(() -> {}))
                .match(Settled.class, settled -> answer(files::settle))
                .match(Deleted.class, deleted -> answer(() -> files.remove(deleted.message())))
                .match(
                        Purged.class,
                        purged -> answer(() -> files.ids(purged.queue()).forEach(files::remove)))
                .build();
    }

    /** ElasticMQ does not wait; whoever made or changed the queue hears of trouble when that is to be settled. */
    private void keep(StoredQueue queue) {
        try {
            files.keep(queue);
        } catch (UncheckedIOException e) {
            LOG.error("A queue cannot be kept: {}", e.getMessage());
        }
    }

    /** Without an answer that all is well, ElasticMQ's caller gets none either. */
    private void answer(Runnable work) {
        ActorRef asker = sender();
        try {
            work.run();
            asker.tell(OperationSuccessful$.MODULE$, self());
        } catch (RuntimeException e) {
            LOG.error("A queue's message cannot be kept", e);
            asker.tell(new Status.Failure(e), self());
        }
    }
}
