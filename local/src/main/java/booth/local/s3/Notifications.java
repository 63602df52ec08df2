package booth.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.local.account.Account;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells queues and functions what happened in buckets, in S3's notification format, after the writer was answered. */
public final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

    private final Account account;
    private final BiConsumer<String, String> deliver;
    private final List<Notification> wanted = new CopyOnWriteArrayList<>();
    private final ExecutorService postman = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "s3-events");
        thread.setDaemon(true);
        return thread;
    });

    /** @param deliver given the target's ARN and the message */
    public Notifications(Account account, BiConsumer<String, String> deliver) {
        this.account = account;
        this.deliver = deliver;
    }

    public void add(Notification notification) {
        wanted.add(notification);
    }

    /** Returns at once. */
    public void tell(ObjectEvent event) {
        List<Notification> matching = wanted.stream()
                .filter(notification -> notification.matches(event))
                .toList();
        if (!matching.isEmpty())
            postman.execute(() -> matching.forEach(notification -> send(notification.target(), event)));
    }

    private void send(String target, ObjectEvent event) {
        try {
            deliver.accept(target, message(event));
        } catch (RuntimeException e) {
            LOG.error("{} was not told of {} {}", target, event.name(), event.key(), e);
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
        if (event.name().startsWith("ObjectCreated"))
            object.put("size", event.size()).put("eTag", event.eTag());
        object.put("sequencer", event.sequencer());
        return message.toString();
    }

    /** Keys travel as in a form: a space is a plus sign, slashes stay. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }

    @Override
    public void close() {
        postman.shutdownNow();
    }
}
