package booth.emulator.sns;

import static java.util.stream.Collectors.toUnmodifiableMap;

import booth.emulator.spool.Spool;
import booth.emulator.wire.QueryService;
import booth.emulator.wire.ServiceError;
import booth.emulator.wire.Xml;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * SNS: standard topics with subscriptions of queues, functions and web hooks, delivered after the publisher was
 * answered, also when the process dies in between. Filter policies choose. What AWS has beyond that (FIFO topics, dead
 * letters of subscriptions, mail …) is refused by its name.
 */
public final class SnsService implements QueryService, AutoCloseable {
    private final Map<String, Function<Parameters, String>> operations;
    private final Deliveries deliveries;

    /** The clients deliver; they stay their owner's to close. */
    public SnsService(SnsSettings settings, SqsClient sqs, LambdaClient lambda) {
        Topics topics = new Topics(settings.folder());
        Links links = new Links(settings.endpoint());
        deliveries = new Deliveries(
                topics,
                new Spool(settings.folder().resolve("outbox")),
                new SqsDelivery(sqs, links),
                new LambdaDelivery(lambda, links),
                new HttpDelivery(links));
        operations = Stream.of(
                        new TopicOperations(settings, topics, deliveries).operations(),
                        new SubscriptionOperations(topics, deliveries).operations())
                .flatMap(group -> group.entrySet().stream())
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Delivers what earlier processes had taken but not delivered; call it once, when the subscribers are there. */
    public void resume() {
        deliveries.resume();
    }

    /** As on AWS: whoever has the token, or the subscription's ARN, may follow the link. */
    @Override
    public Set<String> unsigned() {
        return Set.of("ConfirmSubscription", "Unsubscribe");
    }

    @Override
    public Set<String> actions() {
        return operations.keySet();
    }

    @Override
    public String namespace() {
        return "http://sns.amazonaws.com/doc/2010-03-31/";
    }

    @Override
    public String call(String action, Map<String, String> parameters) {
        Function<Parameters, String> operation = operations.get(action);
        if (operation == null) throw ServiceError.unknownOperation(action);
        return operation.apply(new Parameters(parameters));
    }

    /** {@code <Attributes>} as GetTopicAttributes and GetSubscriptionAttributes answer them. */
    static String attributes(Map<String, String> attributes) {
        return Xml.parent(
                "Attributes",
                attributes.entrySet().stream()
                        .map(entry -> "<entry>" + Xml.element("key", entry.getKey())
                                + Xml.element("value", entry.getValue()) + "</entry>")
                        .toList());
    }

    @Override
    public void close() {
        deliveries.close();
    }
}
