package booth.emulator.sqs;

import booth.emulator.spool.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.Status;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.DeleteQueue;
import org.elasticmq.msg.LookupQueue;
import scala.Option;

/**
 * Stands before ElasticMQ's queue manager and hands out its queues, each behind a {@link QueueGuard}. Who creates or
 * deletes a queue is answered when the disk knows: ElasticMQ tells the keeper of it without waiting.
 */
final class QueueManager extends AbstractActor {
    /** All queues are there now. */
    record Open() {}

    private record Early(LookupQueue message, ActorRef asker) {}

    private final Relay manager;
    private final ActorRef keeper;
    private final ActorSystem actors;
    private final Room room;
    private final Map<ActorRef, ActorRef> guards = new ConcurrentHashMap<>();
    private final List<Early> waiting = new ArrayList<>();
    private boolean open;

    /** @param open false while queues are still being made: who asks for one that is not there waits for {@link Open} */
    QueueManager(ActorRef manager, ActorRef keeper, ActorSystem actors, Room room, boolean open) {
        this.manager = new Relay(manager, keeper);
        this.keeper = keeper;
        this.actors = actors;
        this.room = room;
        this.open = open;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(LookupQueue.class, message -> lookup(new Early(message, sender())))
                .match(Early.class, this::comesEarly)
                .match(Open.class, all -> open())
                .match(CreateQueue.class, message -> manager.settle(message, sender()))
                .match(DeleteQueue.class, message -> manager.settle(message, sender()))
                .matchAny(message -> manager.target().forward(message, getContext()))
                .build();
    }

    private void lookup(Early early) {
        ActorRef self = self();
        boolean ready = open;
        manager.ask(early.message()).whenComplete((found, error) -> {
            if (error != null) early.asker().tell(new Status.Failure(error), ActorRef.noSender());
            else if (!ready && ((Option<?>) found).isEmpty()) self.tell(early, ActorRef.noSender());
            else early.asker().tell(guarded(early.message().queueName(), (Option<?>) found), ActorRef.noSender());
        });
    }

    private Object guarded(String name, Option<?> found) {
        return found.map(queue -> guard(name, (ActorRef) queue));
    }

    private void comesEarly(Early early) {
        if (open) lookup(early);
        else waiting.add(early);
    }

    private void open() {
        open = true;
        waiting.forEach(this::lookup);
        waiting.clear();
    }

    private ActorRef guard(String name, ActorRef queue) {
        return guards.computeIfAbsent(
                queue,
                its -> actors.actorOf(Props.create(QueueGuard.class, () -> new QueueGuard(name, its, keeper, room))));
    }
}
