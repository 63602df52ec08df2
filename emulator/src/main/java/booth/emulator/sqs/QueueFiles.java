package booth.emulator.sqs;

import booth.emulator.spool.Spool;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JavaType;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queues and their messages on disk: {@code queues/<queue>} and {@code messages/<queue>/<id>}, JSON. A message has one file
 * however often it moves between queues, and once removed it stays removed, whatever is said of it later: ElasticMQ tells
 * what happens to a message from several threads, so an older piece of news may come after a newer one. Not thread-safe.
 */
final class QueueFiles {
    private static final String QUEUES = "queues";
    /** Old news is milliseconds old; these are minutes. */
    private static final int REMEMBERED = 20_000;

    private static final JavaType QUEUE = Json.MAPPER.constructType(StoredQueue.class);
    private static final JavaType MESSAGE = Json.MAPPER.constructType(StoredMessage.class);
    private static final String LOST = "The message is not delivered.";

    private record Place(String queue, int delivered) {}

    private final Path folder;
    private final Spool queues;
    private final Map<String, Spool> messages = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, StoredQueue> unwritten = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();

    QueueFiles(Path folder) {
        this.folder = folder;
        this.queues = new Spool(folder.resolve(QUEUES));
        queues.names().forEach(this::open);
    }

    /** Those that dead letters go to before those they come from. */
    List<StoredQueue> queues() {
        Map<String, StoredQueue> left = new LinkedHashMap<>();
        for (String name : queues.names()) left.put(name, queue(name));
        Map<String, StoredQueue> ordered = new LinkedHashMap<>();
        List.copyOf(left.keySet()).forEach(name -> order(name, left, ordered));
        return List.copyOf(ordered.values());
    }

    private static void order(String name, Map<String, StoredQueue> left, Map<String, StoredQueue> ordered) {
        StoredQueue queue = left.remove(name);
        if (queue == null) return;
        queue.deadLetters().ifPresent(rule -> order(rule.queue(), left, ordered));
        boolean dangling = queue.deadLetters()
                .filter(rule -> !ordered.containsKey(rule.queue()))
                .isPresent();
        ordered.put(name, dangling ? queue.withoutDeadLetters() : queue);
    }

    /** One whose attributes cannot be read has the usual ones, until the template sets its own; it keeps its messages. */
    private StoredQueue queue(String name) {
        Optional<StoredQueue> read =
                queues.read(name, QUEUE, "The queue keeps its messages and has the usual attributes.");
        if (read.isPresent() && read.get().name().equals(name)) return read.get();
        return StoredQueue.usual(name);
    }

    /** The oldest first. */
    List<StoredMessage> messages(String queue) {
        Spool spool = open(queue);
        return spool.names().stream()
                .flatMap(id -> message(spool, id).stream())
                .peek(message -> places.put(message.id(), new Place(queue, message.delivered())))
                .sorted(Comparator.comparing(StoredMessage::created).thenComparing(StoredMessage::order))
                .toList();
    }

    private static Optional<StoredMessage> message(Spool spool, String id) {
        Optional<StoredMessage> message = spool.read(id, MESSAGE, LOST);
        if (message.isEmpty() || message.get().id().equals(id)) return message;
        spool.setAside(id, "it says it is message " + message.get().id(), LOST);
        return Optional.empty();
    }

    List<String> ids(String queue) {
        Spool spool = messages.get(queue);
        return spool == null ? List.of() : spool.names();
    }

    void keep(StoredQueue queue) {
        unwritten.put(queue.name(), queue);
        settle();
    }

    /** Writes what is to be known of queues and could not be written before. */
    void settle() {
        for (StoredQueue queue : List.copyOf(unwritten.values())) {
            open(queue.name());
            queues.put(queue.name(), Json.bytes(queue));
            unwritten.remove(queue.name());
        }
    }

    void forget(String queue) {
        unwritten.remove(queue);
        Spool spool = messages.remove(queue);
        if (spool == null) return;
        spool.names().forEach(places::remove);
        spool.delete(); // first: a queue that is made again must not find old messages
        queues.remove(queue);
    }

    /** The message is in this queue now. */
    void keep(String queue, StoredMessage message) {
        if (unwritten.containsKey(queue)) settle();
        Place now = new Place(queue, message.delivered());
        Place before = places.get(message.id());
        Spool spool = messages.get(queue);
        if (now.equals(before) || spool == null || removed.contains(message.id())) return;
        if (before != null && !before.queue().equals(queue)) move(message.id(), before, queue);
        spool.put(message.id(), Json.bytes(message));
        places.put(message.id(), now);
    }

    private void move(String message, Place from, String to) {
        open(from.queue()).move(message, open(to));
        places.put(message, new Place(to, from.delivered()));
    }

    void remove(String message) {
        @Nullable Place place = places.remove(message);
        if (place != null) open(place.queue()).remove(message);
        removed.add(message);
        if (removed.size() > REMEMBERED) removed.remove(removed.iterator().next());
    }

    private Spool open(String queue) {
        return messages.computeIfAbsent(
                queue, name -> new Spool(folder.resolve("messages").resolve(name)));
    }
}
