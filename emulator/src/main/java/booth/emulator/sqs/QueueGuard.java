package booth.emulator.sqs;

import booth.emulator.spool.Room;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.AbstractActorWithStash;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Status;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.QueueQueueMsg;
import org.elasticmq.msg.SendMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.util.Either;

/**
 * Stands before one of ElasticMQ's queues and tells the keeper of deletes and purges: ElasticMQ says of a delete only what
 * it says of a move, too, and nothing at all of a purge. They are answered when the messages are gone from the disk. What
 * finds no room on the disk is not taken. Messages of a group it gives their {@link GroupTurns turn}.
 */
final class QueueGuard extends AbstractActorWithStash {
    private static final Logger LOG = LoggerFactory.getLogger(QueueGuard.class);

    private final String name;
    private final Room room;
    private final Relay queue;
    private final GroupTurns turns = new GroupTurns();

    QueueGuard(String name, ActorRef queue, ActorRef keeper, Room room) {
        this.name = name;
        this.room = room;
        this.queue = new Relay(queue, keeper);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(SendMessage.class, this::send)
                .match(DeleteMessage.class, this::delete)
                .match(ClearQueue.class, this::purge)
                .match(
                        QueueQueueMsg.class,
                        QueueQueueMsg::updatesQueueMetadata,
                        message -> queue.settle(message, sender()))
                .matchAny(message -> queue.target().forward(message, getContext()))
                .build();
    }

    /** ElasticMQ would deliver what it could not keep, and leave the sender without an answer. */
    private void send(SendMessage message) {
        try {
            room.require(message.message().content().value().length());
        } catch (UncheckedIOException e) {
            LOG.error("A message is not taken: {}", e.getMessage());
            sender().tell(new Status.Failure(e), self());
            return;
        }
        queue.target().forward(turns.inTurn(message), getContext());
    }

    private void delete(DeleteMessage message) {
        Relay.pass(queue.ask(message).thenCompose(done -> keepDeleted(message, done)), sender());
    }

    private CompletionStage<Object> keepDeleted(DeleteMessage message, Object done) {
        if (((Either<?, ?>) done).isLeft()) return CompletableFuture.completedStage(done);
        String id = message.deliveryReceipt().extractId().toString();
        return queue.tell(new QueueKeeper.Deleted(id), done);
    }

    /** Meanwhile it is nobody else's turn: what is sent next must not be taken for something purged. */
    private void purge(ClearQueue message) {
        ActorRef self = self();
        Relay.pass(queue.ask(message).thenCompose(done -> queue.tell(new QueueKeeper.Purged(name), done)), sender())
                .whenComplete((done, error) -> self.tell(new PurgeOver(), self));
        getContext()
                .become(receiveBuilder()
                        .match(PurgeOver.class, over -> {
                            getContext().unbecome();
                            unstashAll();
                        })
                        .matchAny(other -> stash())
                        .build());
    }

    private record PurgeOver() {}
}
