package booth.emulator.sqs;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Status;
import org.apache.pekko.pattern.Patterns;

/** Asks one of ElasticMQ's actors for another, and answers when the keeper has done its part, too. */
record Relay(ActorRef target, ActorRef keeper) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    CompletionStage<Object> ask(Object message) {
        return Patterns.ask(target, message, PATIENCE);
    }

    /** @return completes with the answer when the keeper has confirmed the news */
    <T> CompletionStage<T> tell(Object news, T answer) {
        return Patterns.ask(keeper, news, PATIENCE).thenApply(kept -> answer);
    }

    /** For what the target tells the keeper without waiting: answered when that is on the disk. */
    void settle(Object message, ActorRef asker) {
        pass(ask(message).thenCompose(done -> tell(new QueueKeeper.Settled(), done)), asker);
    }

    static CompletionStage<Object> pass(CompletionStage<Object> answer, ActorRef asker) {
        return answer.whenComplete(
                (done, error) -> asker.tell(error == null ? done : new Status.Failure(error), ActorRef.noSender()));
    }
}
