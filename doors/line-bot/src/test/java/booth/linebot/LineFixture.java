package booth.linebot;

import booth.core.function.InMemoryMessageVisibility;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.image.ImageBytes;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Problem;
import booth.core.job.Status;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The bot's worker over buckets in memory, LINE over HTTP, and jobs that end when they are told to. */
final class LineFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String SECRET = "channel-secret";
    static final byte[] PHOTO = ImageBytes.jpeg(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), .8f);

    private static final byte[] PICTURE = picture();

    final FakeLine line = new FakeLine();
    final InMemoryObjectStore store = new InMemoryObjectStore();
    final InMemoryObjectStore uploads = new InMemoryObjectStore();
    final InMemoryExecutions executions = new InMemoryExecutions();
    final InMemoryMessageVisibility events = new InMemoryMessageVisibility();
    final InMemoryMessageVisibility ends = new InMemoryMessageVisibility();
    final List<String> log = new CopyOnWriteArrayList<>();
    final Jobs jobs = new Jobs(store);
    final PictureLinks links =
            new PictureLinks(key -> "https://s3.example/" + key, "https://bot.example", SECRET, this::now);

    volatile Duration later = Duration.ZERO;

    private Instant now() {
        return NOW.plus(later);
    }

    Worker worker() {
        return worker(store, uploads);
    }

    Worker worker(ObjectStore jobs, ObjectStore photos) {
        return new LineBot(jobs, photos, executions, event -> {}, line.client(), links, this::now)
                .worker(7, new JsonLog(log::add));
    }

    /** @param tries how often the message was taken out, with this time */
    SQSBatchResponse deliver(String body, int tries) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m");
        message.setReceiptHandle("receipt-" + tries);
        message.setBody(body);
        message.setAttributes(Map.of("ApproximateReceiveCount", String.valueOf(tries)));
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return new WorkerHandler(worker(), events, ends, new JsonLog(log::add)).handleRequest(event, NoContext.get());
    }

    /** A photo has come, and this became of it. */
    Job photo(String id, String source) {
        line.photos.put(id, PHOTO);
        worker().take(Events.image(id, source));
        return jobOf(id);
    }

    Job jobOf(String messageId) {
        return jobs.find(new Photos(store).find(messageId).orElseThrow().job()).orElseThrow();
    }

    List<Job> allJobs() {
        return store.list("photo/").stream()
                .filter(entry -> entry.key().endsWith("/job.json"))
                .flatMap(entry -> jobs.find(new JobId(entry.key().split("/")[1])).stream())
                .toList();
    }

    /** The job makes so many pictures and ends; nobody is told yet. */
    void makes(Job job, int pictures) {
        IntStream.rangeClosed(1, pictures).forEach(i -> store.write(job.keys().picture(i), PICTURE));
        jobs.update(
                job.jobId(),
                now -> now.queued(0, NOW)
                        .ended(
                                pictures == 3 ? Status.SUCCEEDED : Status.PARTIAL,
                                IntStream.rangeClosed(1, pictures)
                                        .mapToObj(i -> new Job.PictureResult(
                                                i, Optional.of(job.keys().picture(i)), Optional.empty()))
                                        .toList(),
                                Optional.empty(),
                                NOW));
    }

    void fails(Job job, Status how, String code) {
        Problem problem = new Problem(code, "A sentence.", false);
        jobs.update(
                job.jobId(), now -> now.queued(now.attempt(), NOW).ended(how, List.of(), Optional.of(problem), NOW));
    }

    void tell(Job job) {
        worker().take(end(job));
    }

    static String end(Job job) {
        return "{\"jobId\":\"" + job.jobId() + "\",\"status\":\"succeeded\"}";
    }

    /** Noise, which no codec makes small. */
    private static byte[] picture() {
        BufferedImage picture = new BufferedImage(768, 1024, BufferedImage.TYPE_INT_RGB);
        RandomGenerator random = new Random(43);
        for (int y = 0; y < 1024; y++) for (int x = 0; x < 768; x++) picture.setRGB(x, y, random.nextInt());
        return ImageBytes.jpeg(picture, 1);
    }

    /** Keys of everything that is kept, but for what names nobody and only says that an event was seen. */
    List<String> kept() {
        return Stream.of(store, uploads)
                .flatMap(bucket -> bucket.list("").stream())
                .map(ObjectStore.Entry::key)
                .filter(key -> !key.startsWith("line-bot/events/"))
                .toList();
    }

    @Override
    public void close() {
        line.close();
    }
}
