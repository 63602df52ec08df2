package booth.local.sqs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.AbstractActorWithStash;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.Status;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.LookupQueue;
import scala.Option;
import scala.util.Either;

/**
 * Stands before ElasticMQ's queue manager and hands out its queues, each with a guard before it that tells the keeper of a
 * delete and of a purge: ElasticMQ says of a delete only what it says of a move, too, and nothing at all of a purge.
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

    private static final class Guard extends AbstractActorWithStash {
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
                    .match(DeleteMessage.class, this::delete)
                    .match(ClearQueue.class, this::purge)
                    .matchAny(message -> queue.forward(message, getContext()))
                    .build();
        }

        private void delete(DeleteMessage message) {
            answer(
                    message,
                    done -> ((Either<?, ?>) done).isRight()
                            ? Optional.of(new QueueKeeper.Deleted(
                                    message.deliveryReceipt().extractId().toString()))
                            : Optional.empty());
        }

        /** Meanwhile nobody else's turn: what is sent next must not be taken for something purged. */
        private void purge(ClearQueue message) {
            ActorRef self = self();
            answer(message, done -> Optional.of(new QueueKeeper.Purged(name)))
                    .whenComplete((done, error) -> self.tell(new Over(), self));
            getContext()
                    .become(receiveBuilder()
                            .match(Over.class, over -> {
                                getContext().unbecome();
                                unstashAll();
                            })
                            .matchAny(other -> stash())
                            .build());
        }

        /** Asks the queue, then the keeper what follows from it, and answers when it is gone from the disk, too. */
        private CompletionStage<?> answer(Object message, Function<Object, Optional<?>> news) {
            ActorRef asker = sender();
            return Patterns.ask(queue, message, PATIENCE)
                    .thenCompose(done -> news.apply(done)
                            .map(told -> Patterns.ask(keeper, told, PATIENCE).thenApply(kept -> done))
                            .orElse(CompletableFuture.completedStage(done)))
                    .whenComplete((done, error) -> {
                        if (error == null) asker.tell(done, ActorRef.noSender());
                        else asker.tell(new Status.Failure(error), ActorRef.noSender());
                    });
        }

        private record Over() {}
    }
}
