package booth.callback;

import booth.core.Json;
import booth.core.access.BoothKey;
import booth.core.access.BoothKeys;
import booth.core.function.InMemoryMessageVisibility;
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
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One job in memory that ended and has a callback, a key, and the queue's messages. */
final class CallbackFixture {
    static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    static final Instant NOW = Instant.parse("2026-11-21T10:00:12Z");

    final InMemoryObjectStore store = new InMemoryObjectStore();
    final Jobs jobs = new Jobs(store);
    final BoothKeys keys = new BoothKeys(store);
    final BoothKey key = keys.issue("hall", 60, NOW).key();
    final List<String> log = new ArrayList<>();
    final InMemoryMessageVisibility queue = new InMemoryMessageVisibility();

    private final SendWebhook sendWebhook;

    CallbackFixture(URI url, WebhookClient client) {
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
        sendWebhook = new SendWebhook(store, key -> "https://link/" + key, client, () -> NOW);
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
        return new CallbackHandler(sendWebhook, queue, new JsonLog(log::add)).handleRequest(event, NoContext.get());
    }
}
