package booth.callback;

import booth.core.Json;
import booth.core.access.BoothKey;
import booth.core.access.BoothKeys;
import booth.core.job.Callback;
import booth.core.job.CallbackDue;
import booth.core.job.Job;
import booth.core.job.JobLinks;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a booth's own address how a job ended: the same JSON that polling shows, signed as Standard Webhooks has it with
 * the secret of the key that opened the job. A job that was erased or is under way again, and one whose key was revoked,
 * is not told of.
 */
final class SendWebhook {
    private final ObjectStore store;
    private final JobLinks link;
    private final WebhookClient client;
    private final InstantSource clock;

    /** @param link turns a key of the jobs bucket into a link a guest can open */
    SendWebhook(ObjectStore store, JobLinks link, WebhookClient client, InstantSource clock) {
        this.store = store;
        this.link = link;
        this.client = client;
        this.clock = clock;
    }

    /** @return empty when there is nothing to tell */
    Optional<Outcome> send(CallbackDue due) {
        return new Jobs(store)
                .find(due.jobId())
                .filter(job -> job.attempt() == due.attempt() && job.status().ended())
                .flatMap(job -> job.request().callback().map(callback -> send(job, callback)));
    }

    private Outcome send(Job job, Callback callback) {
        Optional<BoothKey> key = new BoothKeys(store).byId(callback.key());
        Optional<JobView> view = JobView.of(job.jobId(), store, link);
        if (key.isEmpty() || view.isEmpty()) return new Outcome.Never("The job's key has been revoked.");
        String json = Json.text(view.get());
        return client.send(
                URI.create(callback.url()),
                headers(id(job), json, key.get().webhookSecret()),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same for every try, so that whoever is told twice can see it; another one with each picture that comes late,
     * for a part may become a larger part.
     */
    private static String id(Job job) {
        String end =
                job.jobId().executionName(job.attempt()) + "-" + job.status().word();
        return job.status() == Status.PARTIAL ? end + "-" + made(job) : end;
    }

    private static long made(Job job) {
        return job.pictures().stream().filter(Job.PictureResult::made).count();
    }

    private Map<String, String> headers(String id, String json, String secret) {
        long now = clock.instant().getEpochSecond();
        try {
            return Map.of(
                    "webhook-id",
                    id,
                    "webhook-timestamp",
                    Long.toString(now),
                    "webhook-signature",
                    new Webhook(secret).sign(id, now, json));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("A webhook cannot be signed", e);
        }
    }
}
