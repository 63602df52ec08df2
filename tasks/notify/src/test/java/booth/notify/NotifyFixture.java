package booth.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.watching.ChangeEvent;
import booth.core.watching.Watchers;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.UserIdentityEntity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One queued job in memory, a topic and a stream of connections. */
final class NotifyFixture {
    static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    static final Instant NOW = START.plusMillis(12_500);

    final InMemoryObjectStore store = new InMemoryObjectStore();
    final Jobs jobs = new Jobs(store);
    final List<JsonNode> announced = new CopyOnWriteArrayList<>();
    final List<Job> due = new CopyOnWriteArrayList<>();
    final Map<String, List<JsonNode>> received = new ConcurrentSkipListMap<>();
    final Set<String> closed = ConcurrentHashMap.newKeySet();
    final Set<String> stuck = ConcurrentHashMap.newKeySet();
    final List<String> log = new CopyOnWriteArrayList<>();
    final List<ChangeEvent> events = new CopyOnWriteArrayList<>();
    Instant now = NOW;
    Duration watchedFor = Duration.ofMinutes(1);
    Runnable topicMood = () -> {};

    NotifyFixture() {
        JobRequest request =
                new JobRequest("face.jpg", "image/jpeg", Optional.of("abc"), Optional.of("r-1"), "hall", List.of());
        jobs.create(Job.awaitingUpload(JOB, request, START).queued(0, START));
    }

    JobOutcomes outcomes() {
        return new JobOutcomes(
                store, NotifyFixture::link, this::announce, due::add, progress(), () -> now, new JsonLog(log::add));
    }

    /** Its changes are pushed at once. */
    JobProgress progress() {
        return new JobProgress(store, this::pushNow, () -> now);
    }

    Push push() {
        return new Push(
                store,
                NotifyFixture::link,
                new Connections(),
                this::pushNow,
                () -> Instant.now().plus(watchedFor),
                new JsonLog(log::add));
    }

    void watches(String connection) {
        new Watchers(store).add(JOB, connection);
    }

    private void pushNow(ChangeEvent event) {
        events.add(event);
        push().push(List.of(event));
    }

    private static String link(String key) {
        return "https://link/" + key;
    }

    void pictureLanded(int index) {
        store.write(picture(index), new byte[] {1});
    }

    /** S3 says that this has landed, which may be long after it has. */
    void heardOf(String... keys) {
        new FileLandedHandler(outcomes(), progress()).handleRequest(s3Event(keys), NoContext.get());
    }

    static S3Event s3Event(String... keys) {
        return new S3Event(Arrays.stream(keys)
                .map(key -> landed(URLEncoder.encode(key, UTF_8)))
                .toList());
    }

    private static S3EventNotificationRecord landed(String key) {
        UserIdentityEntity nobody = new UserIdentityEntity("nobody");
        S3Entity s3 = new S3Entity(
                "c", new S3BucketEntity("jobs", nobody, "arn"), new S3ObjectEntity(key, 1L, "e", "v", "s"), "1.0");
        return new S3EventNotificationRecord(
                "us-west-2", "ObjectCreated:Put", "aws:s3", "2026-11-21T10:00:00Z", "2.1", null, null, s3, nobody);
    }

    String notify(String json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NotifyHandler(outcomes(), new JsonLog(log::add))
                .handleRequest(new ByteArrayInputStream(json.getBytes(UTF_8)), out, NoContext.get());
        return out.toString(UTF_8);
    }

    Job job() {
        return jobs.find(JOB).orElseThrow();
    }

    static String marker(String connection) {
        return JobKeys.folder(JOB) + "listeners/" + connection;
    }

    static String picture(int index) {
        return JobKeys.folder(JOB) + "photo_abc_" + index + ".jpeg";
    }

    private void announce(JobView view) {
        topicMood.run();
        announced.add(json(Json.bytes(view)));
    }

    private final class Connections implements Stream {
        @Override
        public Delivery send(String connection, byte[] message) {
            if (closed.contains(connection)) return Delivery.GONE;
            if (stuck.contains(connection)) return Delivery.FAILED;
            received.computeIfAbsent(connection, key -> new CopyOnWriteArrayList<>())
                    .add(json(message));
            return Delivery.SENT;
        }

        @Override
        public Delivery close(String connection) {
            return closed.add(connection) ? Delivery.SENT : Delivery.GONE;
        }
    }

    private static JsonNode json(byte[] text) {
        try {
            return Json.MAPPER.readTree(new String(text, UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError("What is sent must be JSON", e);
        }
    }
}
