package booth.local.sqs;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Status;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.MessageId;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.msg.LookupMessage;
import org.elasticmq.msg.LookupQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.jdk.javaapi.OptionConverters;

/**
 * Hears what happens in ElasticMQ's queues and keeps it on disk; ElasticMQ answers its caller when this has answered. On a
 * move to another queue ElasticMQ tells of the removal and of the arrival in any order. So a removal counts only when no
 * queue has the message any more: a queue that it was moved to has it by then, because it was handed over before the
 * removal was told.
 */
final class QueueKeeper extends AbstractActor {
    private static final Logger LOG = LoggerFactory.getLogger(QueueKeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** All messages of the queue were deleted at once. */
    record Purged(String queue) {}

    private record Gone(List<String> messages, ActorRef asker) {}

    private final QueueFiles files;
    private final String manager;
    private final Map<String, CompletableFuture<Optional<ActorRef>>> queues = new HashMap<>();

    /** @param manager path of the queue manager's actor */
    QueueKeeper(QueueFiles files, String manager) {
        this.files = files;
        this.manager = manager;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.QueueCreated.class, event -> {
                    files.keep(StoredQueue.of(event.queue()));
                    queues.put(event.queue().name(), lookup(event.queue().name()));
                })
                .match(QueueEvent.QueueMetadataUpdated.class, event -> files.keep(StoredQueue.of(event.queue())))
                .match(QueueEvent.QueueDeleted.class, event -> {
                    queues.remove(event.queueName());
                    files.forget(event.queueName());
                })
                .match(
                        QueueEvent.MessageAdded.class,
                        event -> answer(
                                sender(),
                                () -> files.keep(
                                        event.queueName(),
                                        StoredMessage.of(
                                                event.message(), event.message().receiveCount()))))
                .match(
                        QueueEvent.MessageUpdated.class, // received, or its time was changed while it is
                        event -> answer(
                                sender(),
                                () -> files.keep(
                                        event.queueName(),
                                        StoredMessage.of(
                                                event.message(), event.message().receiveCount() - 1))))
                .match(QueueEvent.MessageRemoved.class, event -> removed(List.of(event.messageId()), sender()))
                .match(Purged.class, purged -> removed(files.ids(purged.queue()), sender()))
                .match(
                        Gone.class,
                        gone -> answer(gone.asker(), () -> gone.messages().forEach(files::remove)))
                .build();
    }

    /** Asks all queues for them, and then removes those that none has. */
    private void removed(List<String> messages, ActorRef asker) {
        queues.replaceAll((name, queue) -> queue.isCompletedExceptionally() ? lookup(name) : queue);
        Map<String, CompletableFuture<Boolean>> found = new LinkedHashMap<>();
        messages.forEach(message -> found.put(message, isSomewhere(message)));
        CompletableFuture.allOf(found.values().toArray(CompletableFuture[]::new))
                .whenComplete((done, error) -> {
                    if (error != null) asker.tell(new Status.Failure(error), self());
                    else self().tell(new Gone(missing(found), asker), ActorRef.noSender());
                });
    }

    private static List<String> missing(Map<String, CompletableFuture<Boolean>> found) {
        return found.entrySet().stream()
                .filter(one -> !one.getValue().join())
                .map(Map.Entry::getKey)
                .toList();
    }

    private CompletableFuture<Boolean> isSomewhere(String message) {
        return queues.values().stream()
                .map(queue -> queue.thenCompose(actor -> has(actor, message)))
                .reduce(
                        CompletableFuture.completedFuture(false),
                        (one, other) -> one.thenCombine(other, Boolean::logicalOr));
    }

    private static CompletableFuture<Boolean> has(Optional<ActorRef> queue, String message) {
        return queue.map(actor -> Patterns.ask(actor, new LookupMessage(new MessageId(message)), PATIENCE)
                        .thenApply(found -> ((Option<?>) found).isDefined())
                        .toCompletableFuture())
                .orElse(CompletableFuture.completedFuture(false));
    }

    private CompletableFuture<Optional<ActorRef>> lookup(String queue) {
        return Patterns.ask(getContext().actorSelection(manager), new LookupQueue(queue), PATIENCE)
                .thenApply(found -> OptionConverters.toJava((Option<?>) found).map(ActorRef.class::cast))
                .toCompletableFuture();
    }

    /** Without an answer that all is well, ElasticMQ's caller gets none either. */
    private void answer(ActorRef asker, Runnable work) {
        try {
            work.run();
            asker.tell(OperationSuccessful$.MODULE$, self());
        } catch (RuntimeException e) {
            LOG.error("A queue's message cannot be kept", e);
            asker.tell(new Status.Failure(e), self());
        }
    }
}
