package booth.emulator.sqs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MillisNextDelivery;
import org.elasticmq.NewMessageData;
import org.elasticmq.msg.SendMessage;
import scala.jdk.javaapi.OptionConverters;

/**
 * Message groups share a standard queue fairly, as on SQS: one that sends a hundred messages does not keep another's
 * waiting. ElasticMQ delivers first what has been due the longest. So a group's messages are due one step after another,
 * from some hours ago on: the first ones of any group go before the later ones of a crowd, and groups of one size take
 * turns. What comes back unhandled is due when it becomes visible again, after those.
 *
 * <p>FIFO queues have an order of their own, and what asks for a delay gets that.
 */
final class GroupTurns {
    /** A group may have as many messages ahead of the clock as steps fit here; more go as they come. */
    private static final long HEAD = Duration.ofHours(12).toMillis();

    private static final long STEP = Duration.ofMinutes(1).toMillis();

    private final Map<String, Long> last = new HashMap<>();

    SendMessage inTurn(SendMessage send) {
        NewMessageData message = send.message();
        Optional<String> group = OptionConverters.toJava(message.messageGroupId());
        boolean fifo = message.messageDeduplicationId().isDefined();
        if (group.isEmpty() || fifo || message.nextDelivery() != ImmediateNextDelivery$.MODULE$) return send;
        return new SendMessage(new NewMessageData(
                message.id(),
                message.content(),
                message.messageAttributes(),
                new InTurn(due(group.get(), System.currentTimeMillis())),
                message.messageGroupId(),
                message.messageDeduplicationId(),
                message.orderIndex(),
                message.tracingId(),
                message.sequenceNumber(),
                message.deadLetterSourceQueueName()));
    }

    /** When the next message of the group is due, in milliseconds, never later than now. */
    long due(String group, long now) {
        long first = now - HEAD;
        last.values().removeIf(due -> due + STEP < first); // their next would be the first again
        long due = Math.min(now, Math.max(first, last.getOrDefault(group, first - STEP) + STEP));
        last.put(group, due);
        return due;
    }

    /** Unless the queue itself delays what is sent. */
    private static final class InTurn extends MillisNextDelivery {
        private static final long serialVersionUID = 1;

        InTurn(long millis) {
            super(millis);
        }

        @Override
        public MillisNextDelivery toMillis(long now, long queueDelay) {
            return queueDelay > 0 ? new MillisNextDelivery(now + queueDelay) : this;
        }
    }
}
