package booth.emulator.sqs;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.DeduplicationId;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.MessageId;
import org.elasticmq.NeverReceived$;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.Received;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import scala.collection.mutable.ArrayBuffer;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * A message as it is kept on disk.
 *
 * @param order among those sent in the same instant, on FIFO queues
 * @param delivered how often it was received in vain; a delivery under way is not counted, for should the process die,
 *     its receiver dies with it
 * @param source the queue it came from as a dead letter
 */
record StoredMessage(
        String id,
        String body,
        Map<String, Attribute> attributes,
        Instant created,
        int order,
        int delivered,
        Optional<Instant> firstReceived,
        Optional<String> group,
        Optional<String> deduplication,
        Optional<String> tracing,
        Optional<String> sequence,
        Optional<String> source) {
    /** @param value in base64 when the type is Binary */
    record Attribute(String type, Optional<String> custom, String value) {
        Attribute {
            if (type.equals("Binary")) Base64.getDecoder().decode(value); // should a file say otherwise
        }

        static Attribute of(MessageAttribute attribute) {
            Optional<String> custom = OptionConverters.toJava(attribute.customType());
            if (attribute instanceof BinaryMessageAttribute binary)
                return new Attribute("Binary", custom, binary.asBase64());
            if (attribute instanceof NumberMessageAttribute number)
                return new Attribute("Number", custom, number.stringValue());
            return new Attribute("String", custom, ((StringMessageAttribute) attribute).stringValue());
        }

        MessageAttribute restored() {
            var type = OptionConverters.toScala(custom);
            return switch (this.type) {
                case "Binary" -> BinaryMessageAttribute.fromBase64(value, type);
                case "Number" -> new NumberMessageAttribute(value, type);
                default -> new StringMessageAttribute(value, type);
            };
        }
    }

    /** @param delivered how often it was received in vain */
    static StoredMessage of(InternalMessage message, int delivered) {
        return new StoredMessage(
                message.id(),
                message.content().value(),
                CollectionConverters.asJava(message.messageAttributes()).entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> Attribute.of(entry.getValue()))),
                message.created().toInstant(),
                message.orderIndex(),
                delivered,
                message.firstReceive() instanceof OnDateTimeReceived first
                        ? Optional.of(first.when().toInstant())
                        : Optional.empty(),
                OptionConverters.toJava(message.messageGroupId()),
                OptionConverters.toJava(message.messageDeduplicationId()).map(DeduplicationId::id),
                OptionConverters.toJava(message.tracingId()).map(TracingId::id),
                OptionConverters.toJava(message.sequenceNumber()),
                OptionConverters.toJava(message.deadLetterSourceQueueName()));
    }

    /** Visible at once. */
    InternalMessage restored(boolean fifo) {
        Map<String, MessageAttribute> restored = attributes.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().restored()));
        ArrayBuffer<String> receipts = new ArrayBuffer<>();
        // a message received too often is taken from its queue by its receipts: it must have one
        if (delivered > 0)
            receipts.addOne(DeliveryReceipt.generate(new MessageId(id)).receipt());
        Received first = firstReceived
                .filter(time -> delivered > 0)
                .<Received>map(time -> new OnDateTimeReceived(time.atOffset(ZoneOffset.UTC)))
                .orElse(NeverReceived$.MODULE$);
        return new InternalMessage(
                id,
                receipts,
                created.toEpochMilli(),
                new MessageContent(body),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(restored)),
                created.atOffset(ZoneOffset.UTC),
                order,
                first,
                delivered,
                fifo,
                OptionConverters.toScala(group),
                OptionConverters.toScala(deduplication.map(DeduplicationId::new)),
                OptionConverters.toScala(tracing.map(TracingId::new)),
                OptionConverters.toScala(sequence),
                OptionConverters.toScala(source));
    }
}
