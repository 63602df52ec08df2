package booth.emulator.sns;

import booth.emulator.spool.JsonFile;
import booth.emulator.wire.ServiceError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All topics and subscriptions, in one small file that is replaced whole at every change. Thread-safe. */
final class Topics {
    private static final int NOT_FOUND = 404;
    private final JsonFile<Content> file;
    private Map<String, Topic> topics = new TreeMap<>();
    private Map<String, Subscription> subscriptions = new TreeMap<>();

    private record Content(List<Topic> topics, List<Subscription> subscriptions) {}

    Topics(Path folder) {
        file = new JsonFile<>(
                folder.resolve("topics.json"),
                Content.class,
                "Topics and subscriptions of the template are made anew; those that somebody added are forgotten.");
        file.read().ifPresent(content -> {
            content.topics().forEach(topic -> topics.put(topic.arn(), topic));
            content.subscriptions().forEach(subscription -> subscriptions.put(subscription.arn(), subscription));
        });
    }

    synchronized List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    synchronized List<Subscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    List<Subscription> subscriptions(Topic topic) {
        return subscriptions().stream()
                .filter(subscription -> subscription.topicArn().equals(topic.arn()))
                .toList();
    }

    synchronized Optional<Topic> find(String arn) {
        return Optional.ofNullable(topics.get(arn));
    }

    /** @throws ServiceError NotFound */
    Topic topic(String arn) {
        return find(arn).orElseThrow(() -> new ServiceError(NOT_FOUND, "NotFound", "Topic does not exist"));
    }

    /** @throws ServiceError NotFound */
    synchronized Subscription subscription(String arn) {
        Subscription subscription = subscriptions.get(arn);
        if (subscription != null) return subscription;
        throw new ServiceError(NOT_FOUND, "NotFound", "Subscription does not exist");
    }

    /** Whom it is for, unless they unsubscribed. */
    synchronized Optional<Subscription> find(PendingDelivery pending) {
        return Optional.ofNullable(subscriptions.get(pending.subscription()));
    }

    synchronized void save(Topic topic) {
        Map<String, Topic> now = new TreeMap<>(topics);
        now.put(topic.arn(), topic);
        become(now, subscriptions);
    }

    synchronized void save(Subscription subscription) {
        Map<String, Subscription> now = new TreeMap<>(subscriptions);
        now.put(subscription.arn(), subscription);
        become(topics, now);
    }

    /** Also its subscriptions. */
    synchronized void delete(String topicArn) {
        Map<String, Topic> now = new TreeMap<>(topics);
        now.remove(topicArn);
        Map<String, Subscription> left = new TreeMap<>(subscriptions);
        left.values().removeIf(subscription -> subscription.topicArn().equals(topicArn));
        become(now, left);
    }

    synchronized void unsubscribe(String subscriptionArn) {
        Map<String, Subscription> left = new TreeMap<>(subscriptions);
        left.remove(subscriptionArn);
        become(topics, left);
    }

    /** First on the disk: what could not be written has not come about. */
    private void become(Map<String, Topic> newTopics, Map<String, Subscription> newSubscriptions) {
        file.write(new Content(List.copyOf(newTopics.values()), List.copyOf(newSubscriptions.values())));
        topics = newTopics;
        subscriptions = newSubscriptions;
    }
}
