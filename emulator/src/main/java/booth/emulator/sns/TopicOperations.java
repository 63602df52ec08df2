package booth.emulator.sns;

import booth.emulator.wire.Xml;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Topics and publishing. */
final class TopicOperations {
    private static final Set<String> ATTRIBUTES = Set.of("DisplayName", "Policy");
    private final SnsSettings settings;
    private final Topics topics;
    private final Deliveries deliveries;

    TopicOperations(SnsSettings settings, Topics topics, Deliveries deliveries) {
        this.settings = settings;
        this.topics = topics;
        this.deliveries = deliveries;
    }

    Map<String, Function<Parameters, String>> operations() {
        return Map.of(
                "CreateTopic", this::create,
                "DeleteTopic", this::delete,
                "ListTopics", this::list,
                "GetTopicAttributes", this::attributes,
                "SetTopicAttributes", this::setAttribute,
                "Publish", this::publish);
    }

    /** The same name again is the same topic, with the attributes it has. */
    private String create(Parameters parameters) {
        String name = parameters.require("Name");
        if (!name.matches("[A-Za-z0-9_-]{1,256}"))
            throw Parameters.invalid(
                    "Topic Name",
                    name.endsWith(".fifo") ? "FIFO topics are not supported here" : "letters, digits, - and _ only");
        Map<String, String> attributes = parameters.attributes();
        attributes.keySet().forEach(TopicOperations::demandKnown);
        String arn = "arn:aws:sns:" + settings.region() + ":" + settings.account() + ":" + name;
        if (topics.find(arn).isEmpty()) topics.save(new Topic(arn, attributes));
        return Xml.element("TopicArn", arn);
    }

    private String delete(Parameters parameters) {
        topics.delete(parameters.arn("TopicArn"));
        return "";
    }

    private String list(Parameters parameters) {
        return Listing.of("Topics", topics.topics(), parameters, topic -> Xml.element("TopicArn", topic.arn()));
    }

    private String attributes(Parameters parameters) {
        Topic topic = topics.topic(parameters.arn("TopicArn"));
        long pending = topics.subscriptions(topic).stream()
                .filter(subscription -> !subscription.confirmed())
                .count();
        Map<String, String> shown = new TreeMap<>(Map.of("DisplayName", ""));
        shown.putAll(topic.attributes());
        shown.put("TopicArn", topic.arn());
        shown.put("Owner", settings.account());
        shown.put("SubscriptionsPending", Long.toString(pending));
        shown.put(
                "SubscriptionsConfirmed",
                Long.toString(topics.subscriptions(topic).size() - pending));
        shown.put("SubscriptionsDeleted", "0");
        return SnsService.attributes(shown);
    }

    private String setAttribute(Parameters parameters) {
        Topic topic = topics.topic(parameters.arn("TopicArn"));
        String name = parameters.require("AttributeName");
        demandKnown(name);
        Map<String, String> attributes = new TreeMap<>(topic.attributes());
        attributes.put(name, parameters.find("AttributeValue").orElse(""));
        topics.save(new Topic(topic.arn(), attributes));
        return "";
    }

    private static void demandKnown(String attribute) {
        if (!ATTRIBUTES.contains(attribute))
            throw Parameters.invalid("AttributeName", "the attribute " + attribute + " is not supported here");
    }

    private String publish(Parameters parameters) {
        if (parameters.find("PhoneNumber").isPresent())
            throw Parameters.invalid("PhoneNumber", "text messages are not supported here");
        String named = Stream.of("TopicArn", "TargetArn")
                .filter(name -> parameters.find(name).isPresent())
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("TopicArn or TargetArn", "no value for required parameter"));
        Topic topic = topics.topic(parameters.arn(named));
        Notification notification = Notification.of(topic, parameters);
        deliveries.publish(notification, topics.subscriptions(topic));
        return Xml.element("MessageId", notification.id());
    }
}
