package booth.emulator.sns;

import booth.emulator.wire.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Who gets what. */
final class SubscriptionOperations {
    private static final String RAW = "RawMessageDelivery";
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
        boolean raw = raw(parameters.attributes());
        Subscription subscription = topics.subscriptions(topic).stream()
                .filter(known ->
                        known.protocol() == protocol && known.endpoint().equals(endpoint))
                .findFirst()
                .orElseGet(() -> create(topic, protocol, endpoint, raw));
        boolean showArn =
                parameters.find("ReturnSubscriptionArn").filter("true"::equals).isPresent();
        return Xml.element(
                "SubscriptionArn", subscription.confirmed() || showArn ? subscription.arn() : "pending confirmation");
    }

    private Subscription create(Topic topic, Protocol protocol, String endpoint, boolean raw) {
        Optional<String> pending =
                protocol.asksFirst() ? Optional.of(UUID.randomUUID().toString().replace("-", "")) : Optional.empty();
        Subscription created =
                new Subscription(topic.arn() + ":" + UUID.randomUUID(), topic.arn(), protocol, endpoint, raw, pending);
        topics.save(created);
        deliveries.ask(created);
        return created;
    }

    private static boolean raw(Map<String, String> attributes) {
        attributes.keySet().forEach(SubscriptionOperations::demandKnown);
        return flag("Attributes Reason: ", attributes.getOrDefault(RAW, "false"));
    }

    private static boolean flag(String where, String value) {
        if (value.matches("(?i)true|false")) return Boolean.parseBoolean(value);
        throw Parameters.invalid(where + RAW + ": Invalid value [" + value + "]. Must be true or false.");
    }

    private static void demandKnown(String attribute) {
        if (!attribute.equals(RAW))
            throw Parameters.invalid("Attributes", "the attribute " + attribute + " is not supported here");
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
        return SnsService.attributes(new TreeMap<>(Map.of(
                "SubscriptionArn",
                subscription.arn(),
                "TopicArn",
                subscription.topicArn(),
                "Owner",
                subscription.topicArn().split(":", -1)[4],
                "Protocol",
                subscription.protocol().wire(),
                "Endpoint",
                subscription.endpoint(),
                "PendingConfirmation",
                Boolean.toString(!subscription.confirmed()),
                RAW,
                Boolean.toString(subscription.raw()))));
    }

    private String setAttribute(Parameters parameters) {
        Subscription subscription = topics.subscription(parameters.arn("SubscriptionArn"));
        demandKnown(parameters.require("AttributeName"));
        topics.save(subscription.withRaw(flag("", parameters.require("AttributeValue"))));
        return "";
    }
}
