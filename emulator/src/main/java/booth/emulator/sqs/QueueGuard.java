package booth.emulator.sqs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.AbstractActorWithStash;
import org.apache.pekko.actor.ActorRef;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.QueueQueueMsg;
import org.elasticmq.msg.SendMessage;
import scala.util.Either;

/**
 * Stands before one of ElasticMQ's queues and tells the keeper of deletes and purges: ElasticMQ says of a delete only what
 * it says of a move, too, and nothing at all of a purge. They are answered when the messages are gone from the disk.
 * Messages of a group it gives their {@link GroupTurns turn}.
 */
final class QueueGuard extends AbstractActorWithStash {
    private final String name;
    private final Relay queue;
    private final GroupTurns turns = new GroupTurns();

    QueueGuard(String name, ActorRef queue, ActorRef keeper) {
        this.name = name;
        this.queue = new Relay(queue, keeper);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(DeleteMessage.class, this::delete)
                .match(ClearQueue.class, this::purge)
                .match(SendMessage.class, message -> queue.target().forward(turns.inTurn(message), getContext()))
                .match(
                        QueueQueueMsg.class,
                        QueueQueueMsg::updatesQueueMetadata,
                        message -> queue.settle(message, sender()))
                .matchAny(message -> queue.target().forward(message, getContext()))
                .build();
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
