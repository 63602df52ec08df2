package booth.emulator.sns;

import booth.emulator.wire.Json;
import booth.emulator.wire.ServiceError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All topics and subscriptions, in one small file that is replaced whole at every change. Thread-safe. */
final class Topics {
    private static final int NOT_FOUND = 404;
    private final Path file;
    private final Map<String, Topic> topics = new TreeMap<>();
    private final Map<String, Subscription> subscriptions = new TreeMap<>();

    private record Content(List<Topic> topics, List<Subscription> subscriptions) {}

    Topics(Path folder) {
        file = folder.resolve("topics.json");
        if (!Files.exists(file)) return;
        Content content = read(file);
        content.topics().forEach(topic -> topics.put(topic.arn(), topic));
        content.subscriptions().forEach(subscription -> subscriptions.put(subscription.arn(), subscription));
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
        topics.put(topic.arn(), topic);
        write();
    }

    synchronized void save(Subscription subscription) {
        subscriptions.put(subscription.arn(), subscription);
        write();
    }

    /** Also its subscriptions. */
    synchronized void delete(String topicArn) {
        topics.remove(topicArn);
        subscriptions.values().removeIf(subscription -> subscription.topicArn().equals(topicArn));
        write();
    }

    synchronized void unsubscribe(String subscriptionArn) {
        subscriptions.remove(subscriptionArn);
        write();
    }

    private static Content read(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(
                    draft, Json.bytes(new Content(List.copyOf(topics.values()), List.copyOf(subscriptions.values()))));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
