package booth.emulator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.account.Account;
import booth.emulator.spool.Outbox;
import booth.emulator.spool.Spool;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Tells queues and functions what happened in buckets, in S3's notification format, after the writer was answered. Every
 * write is noted on disk before it is done: an object that is there when the process was killed is told of after the next
 * start, perhaps for the second time.
 */
public final class Notifications implements WriteListener, AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 5;

    /** Brings a message to a queue or function; when it returns, the message will not be lost. */
    @FunctionalInterface
    public interface Delivery {
        void deliver(String target, String message);
    }

    private final Account account;
    private final List<Notification> wanted = new CopyOnWriteArrayList<>();
    private final List<Removals> removals = new CopyOnWriteArrayList<>();
    private final Outbox<ObjectEvent> outbox;
    /** Writes since the start, before it was known who wants to hear of them. */
    private final Map<String, ObjectEvent> early = new TreeMap<>();

    private volatile Optional<Delivery> delivery = Optional.empty();

    /** @param spool where writes are noted */
    public Notifications(Account account, Spool spool) {
        this.account = account;
        this.outbox = new Outbox<>(
                spool,
                ObjectEvent.class,
                Executors.newSingleThreadExecutor(work -> {
                    Thread thread = new Thread(work, "s3-events");
                    thread.setDaemon(true);
                    return thread;
                }),
                this::tell);
    }

    public void add(Notification notification) {
        wanted.add(notification);
    }

    public void add(Removals listener) {
        removals.add(listener);
    }

    /**
     * Begins to deliver, first what happened before: in this process and, as far as it came about, in earlier ones. Call it
     * once, when everybody who wants to hear of events was added and is there.
     */
    public void open(S3Server s3, Delivery to) {
        open(s3::settled, to);
    }

    void open(Function<ObjectEvent, Optional<ObjectEvent>> settled, Delivery to) {
        synchronized (early) {
            delivery = Optional.of(to);
            outbox.resume(event -> settled.apply(event).filter(this::isWanted));
            early.forEach(this::send);
            early.clear();
        }
    }

    @Override
    public String before(ObjectEvent event) {
        return outbox.note(event);
    }

    @Override
    public void after(String note, ObjectEvent event) {
        if (delivery.isPresent()) send(note, event);
        else
            synchronized (early) {
                if (delivery.isPresent()) send(note, event);
                else early.put(note, event);
            }
    }

    @Override
    public void never(String note) {
        outbox.forget(note);
    }

    private void send(String note, ObjectEvent event) {
        if (isWanted(event)) outbox.carry(note, event);
        else outbox.forget(note);
    }

    private boolean isWanted(ObjectEvent event) {
        return wanted.stream().anyMatch(notification -> notification.matches(event))
                || removals.stream().anyMatch(listener -> isWanted(event, listener));
    }

    private static boolean isWanted(ObjectEvent event, Removals listener) {
        return !event.created() && listener.concern(event.bucket(), event.key());
    }

    private Optional<Duration> tell(ObjectEvent event, int attempt) {
        String message = message(event);
        try {
            for (Notification notification : wanted)
                if (notification.matches(event)) delivery.orElseThrow().deliver(notification.target(), message);
            for (Removals listener : removals)
                if (isWanted(event, listener)) listener.removed(event.bucket(), event.key());
            return Optional.empty();
        } catch (RuntimeException e) {
            if (attempt < ATTEMPTS) return Optional.of(PAUSE);
            throw new IllegalStateException("Nobody was told of " + event.name() + " " + event.key(), e);
        }
    }

    private String message(ObjectEvent event) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode record = message.putArray("Records").addObject();
        record.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", account.region())
                .put("eventTime", event.time().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("eventName", event.name());
        record.putObject("userIdentity").put("principalId", account.id());
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements")
                .put("x-amz-request-id", UUID.randomUUID().toString())
                .put("x-amz-id-2", "local");
        ObjectNode s3 = record.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "local");
        ObjectNode bucket = s3.putObject("bucket").put("name", event.bucket());
        bucket.putObject("ownerIdentity").put("principalId", account.id());
        bucket.put("arn", "arn:aws:s3:::" + event.bucket());
        ObjectNode object = s3.putObject("object").put("key", encoded(event.key()));
        if (event.created()) object.put("size", event.size()).put("eTag", event.eTag());
        object.put("sequencer", event.sequencer());
        return message.toString();
    }

    /** Keys travel as in a form: a space is a plus sign, slashes stay. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }

    /** What is not told yet stays noted. */
    @Override
    public void close() {
        outbox.close();
    }
}
