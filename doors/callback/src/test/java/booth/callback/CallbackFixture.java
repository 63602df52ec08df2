package booth.callback;

import booth.core.Json;
import booth.core.access.BoothKey;
import booth.core.access.BoothKeys;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.Callback;
import booth.core.job.CallbackDue;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Status;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One job in memory that ended and has a callback, a key, and the queue's messages. */
final class CallbackFixture {
    static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    static final Instant NOW = Instant.parse("2026-11-21T10:00:12Z");

    final InMemoryObjectStore folder = new InMemoryObjectStore();
    final Jobs jobs = new Jobs(folder);
    final BoothKeys keys = new BoothKeys(folder);
    final BoothKey key = keys.issue("hall", 60, NOW).key();
    final List<String> log = new ArrayList<>();
    /** Receipt → how long the message waits. */
    final Map<String, Duration> waiting = new TreeMap<>();

    private final SendWebhook tell;

    CallbackFixture(URI url, WebhookClient post) {
        JobRequest request = new JobRequest(
                "face.jpg",
                "image/jpeg",
                Optional.empty(),
                Optional.of("r-1"),
                "hall",
                List.of(),
                Optional.empty(),
                Optional.of(new Callback(url.toString(), key.id())));
        jobs.create(Job.awaitingUpload(JOB, request, NOW.minusSeconds(12))
                .queued(0, NOW.minusSeconds(10))
                .ended(Status.SUCCEEDED, List.of(), Optional.empty(), NOW));
        tell = new SendWebhook(folder, key -> "https://link/" + key, post, () -> NOW);
    }

    /** @param tries how often the message was taken out, with this time */
    SQSBatchResponse deliver(int tries) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m");
        message.setReceiptHandle("receipt-" + tries);
        message.setBody(Json.text(new CallbackDue(JOB, 0)));
        message.setAttributes(Map.of("ApproximateReceiveCount", String.valueOf(tries)));
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return new CallbackHandler(tell, waiting::put, new JsonLog(log::add)).handleRequest(event, NoContext.get());
    }
}
