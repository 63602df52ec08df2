package booth.emulator.sns;

import booth.emulator.wire.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Who gets what. */
final class SubscriptionOperations {
    private final Topics topics;
    private final Deliveries deliveries;

    SubscriptionOperations(Topics topics, Deliveries deliveries) {
        this.topics = topics;
        this.deliveries = deliveries;
    }

    Map<String, Function<Parameters, String>> operations() {
        return Map.of(
                "Subscribe", this::subscribe,
                "ConfirmSubscription", this::confirm,
                "Unsubscribe", this::unsubscribe,
                "ListSubscriptions", this::list,
                "ListSubscriptionsByTopic", this::listByTopic,
                "GetSubscriptionAttributes", this::attributes,
                "SetSubscriptionAttributes", this::setAttribute);
    }

    /** The same endpoint again is the same subscription. */
    private String subscribe(Parameters parameters) {
        Topic topic = topics.topic(parameters.arn("TopicArn"));
        Protocol protocol = Protocol.named(parameters.require("Protocol"));
        String endpoint = protocol.checked(parameters.require("Endpoint"));
        SubscriptionAttributes attributes = SubscriptionAttributes.of(parameters.attributes());
        Subscription subscription = topics.subscriptions(topic).stream()
                .filter(known ->
                        known.protocol() == protocol && known.endpoint().equals(endpoint))
                .findFirst()
                .orElseGet(() -> create(topic, protocol, endpoint, attributes));
        boolean showArn =
                parameters.find("ReturnSubscriptionArn").filter("true"::equals).isPresent();
        return Xml.element(
                "SubscriptionArn", subscription.confirmed() || showArn ? subscription.arn() : "pending confirmation");
    }

    private Subscription create(Topic topic, Protocol protocol, String endpoint, SubscriptionAttributes attributes) {
        Optional<String> pending =
                protocol.asksFirst() ? Optional.of(UUID.randomUUID().toString().replace("-", "")) : Optional.empty();
        Subscription created = new Subscription(
                topic.arn() + ":" + UUID.randomUUID(),
                topic.arn(),
                protocol,
                endpoint,
                attributes.raw(),
                attributes.filter(),
                pending);
        topics.save(created);
        deliveries.ask(created);
        return created;
    }

    private String confirm(Parameters parameters) {
        Topic topic = topics.topic(parameters.arn("TopicArn"));
        Optional<String> token = Optional.of(parameters.require("Token"));
        Subscription confirmed = topics.subscriptions(topic).stream()
                .filter(subscription -> subscription.pending().equals(token))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("Token", "no subscription of this topic waits for it"))
                .confirm();
        topics.save(confirmed);
        return Xml.element("SubscriptionArn", confirmed.arn());
    }

    private String unsubscribe(Parameters parameters) {
        topics.unsubscribe(parameters.arn("SubscriptionArn"));
        return "";
    }

    private String list(Parameters parameters) {
        return listed(topics.subscriptions(), parameters);
    }

    private String listByTopic(Parameters parameters) {
        return listed(topics.subscriptions(topics.topic(parameters.arn("TopicArn"))), parameters);
    }

    private static String listed(List<Subscription> subscriptions, Parameters parameters) {
        return Listing.of(
                "Subscriptions",
                subscriptions,
                parameters,
                subscription -> Xml.element("TopicArn", subscription.topicArn())
                        + Xml.element("Protocol", subscription.protocol().wire())
                        + Xml.element("SubscriptionArn", subscription.shownArn())
                        + Xml.element("Owner", subscription.topicArn().split(":", -1)[4])
                        + Xml.element("Endpoint", subscription.endpoint()));
    }

    private String attributes(Parameters parameters) {
        Subscription subscription = topics.subscription(parameters.arn("SubscriptionArn"));
        Map<String, String> shown = SubscriptionAttributes.of(subscription).shown();
        shown.put("SubscriptionArn", subscription.arn());
        shown.put("TopicArn", subscription.topicArn());
        shown.put("Owner", subscription.topicArn().split(":", -1)[4]);
        shown.put("Protocol", subscription.protocol().wire());
        shown.put("Endpoint", subscription.endpoint());
        shown.put("PendingConfirmation", Boolean.toString(!subscription.confirmed()));
        return SnsService.attributes(shown);
    }

    private String setAttribute(Parameters parameters) {
        Subscription subscription = topics.subscription(parameters.arn("SubscriptionArn"));
        topics.save(subscription.with(SubscriptionAttributes.of(subscription)
                .with(parameters.require("AttributeName"), parameters.require("AttributeValue"))));
        return "";
    }
}
