package booth.emulator.sqs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.DeleteQueue;
import org.elasticmq.msg.LookupQueue;
import scala.Option;

/**
 * Stands before ElasticMQ's queue manager and hands out its queues, each behind a {@link QueueGuard}. Who creates or
 * deletes a queue is answered when the disk knows: ElasticMQ tells the keeper of it without waiting.
 */
final class QueueManager extends AbstractActor {
    private final Relay manager;
    private final ActorRef keeper;
    private final ActorSystem actors;
    private final Map<ActorRef, ActorRef> guards = new ConcurrentHashMap<>();

    QueueManager(ActorRef manager, ActorRef keeper, ActorSystem actors) {
        this.manager = new Relay(manager, keeper);
        this.keeper = keeper;
        this.actors = actors;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(LookupQueue.class, this::lookup)
                .match(CreateQueue.class, message -> manager.settle(message, sender()))
                .match(DeleteQueue.class, message -> manager.settle(message, sender()))
                .matchAny(message -> manager.target().forward(message, getContext()))
                .build();
    }

    private void lookup(LookupQueue message) {
        manager.answer(
                message,
                sender(),
                found -> ((Option<?>) found).map(queue -> guard(message.queueName(), (ActorRef) queue)));
    }

    private ActorRef guard(String name, ActorRef queue) {
        return guards.computeIfAbsent(
                queue, its -> actors.actorOf(Props.create(QueueGuard.class, () -> new QueueGuard(name, its, keeper))));
    }
}
