package booth.generate;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How an order came.
 *
 * @param messageId whose order it is; a message that comes again keeps its id
 * @param receipt names this delivery to its queue
 * @param number of deliveries so far, this one counted
 * @param sent when the order was put into the queue; empty where the queue did not say
 * @param until when whoever took it will have given up
 */
record Delivery(String messageId, String receipt, int number, Optional<Instant> sent, Instant until) {
    static Delivery of(SQSMessage message, Instant until) {
        Map<String, String> attributes =
                Optional.ofNullable(message.getAttributes()).orElse(Map.of());
        return new Delivery(
                message.getMessageId(),
                message.getReceiptHandle(),
                Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")),
                Optional.ofNullable(attributes.get("SentTimestamp"))
                        .map(Long::parseLong)
                        .map(Instant::ofEpochMilli),
                until);
    }
}
