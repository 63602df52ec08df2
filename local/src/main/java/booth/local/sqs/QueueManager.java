package booth.local.sqs;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.LookupQueue;
import scala.Option;

/**
 * Stands before ElasticMQ's queue manager and hands out its queues, each with a guard before it that tells the keeper of a
 * purge: ElasticMQ keeps that to itself, and purged messages would be back after a restart. Everything for one queue that
 * passes its guard stays in order.
 */
final class QueueManager extends AbstractActor {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ActorRef manager;
    private final ActorRef keeper;
    private final ActorSystem actors;
    private final Map<ActorRef, ActorRef> guards = new ConcurrentHashMap<>();

    QueueManager(ActorRef manager, ActorRef keeper, ActorSystem actors) {
        this.manager = manager;
        this.keeper = keeper;
        this.actors = actors;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(LookupQueue.class, this::lookup)
                .matchAny(message -> manager.forward(message, getContext()))
                .build();
    }

    private void lookup(LookupQueue message) {
        ActorRef asker = sender();
        Patterns.ask(manager, message, PATIENCE)
                .thenAccept(found -> asker.tell(
                        ((Option<?>) found).map(queue -> guard(message.queueName(), (ActorRef) queue)), self()));
    }

    private ActorRef guard(String name, ActorRef queue) {
        return guards.computeIfAbsent(
                queue, its -> actors.actorOf(Props.create(Guard.class, () -> new Guard(name, its, keeper))));
    }

    private static final class Guard extends AbstractActor {
        private final String name;
        private final ActorRef queue;
        private final ActorRef keeper;

        Guard(String name, ActorRef queue, ActorRef keeper) {
            this.name = name;
            this.queue = queue;
            this.keeper = keeper;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(ClearQueue.class, this::purge)
                    .matchAny(message -> queue.forward(message, getContext()))
                    .build();
        }

        /** Answered when the messages are gone from the disk, too. */
        private void purge(ClearQueue message) {
            ActorRef asker = sender();
            Patterns.ask(queue, message, PATIENCE)
                    .thenCompose(done -> Patterns.ask(keeper, new QueueKeeper.Purged(name), PATIENCE)
                            .thenApply(kept -> done))
                    .thenAccept(done -> asker.tell(done, self()));
        }
    }
}
