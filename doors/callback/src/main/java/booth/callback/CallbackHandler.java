package booth.callback;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.PresignedLinks;
import booth.aws.S3ObjectStore;
import booth.aws.SqsQueue;
import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.function.MessageVisibility;
import booth.core.function.Priming;
import booth.core.job.CallbackDue;
import booth.core.job.ObjectStore;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda handler of webhooks: each message is one job that ended. What is not taken is retried later and later; after
 * {@link Schedule#TRIES} tries it is a dead letter.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code UPLOADS_BUCKET}: where links to photos lead
 *   <li>{@code CALLBACK_QUEUE_URL}: where the messages come from
 *   <li>{@code LINK_SECONDS} (optional): how long links in webhooks work; an hour where it is not set
 *   <li>{@code PRIVATE_CALLBACKS} (optional): {@code true} lets webhooks go to private addresses, for trying them out
 * </ul>
 */
public final class CallbackHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final SendWebhook sendWebhook;
    private final MessageVisibility queue;
    private final JsonLog log;

    public CallbackHandler() {
        this(System.getenv());
    }

    /** @param env environment variables by name */
    public CallbackHandler(Map<String, String> env) {
        this(new Environment(env));
    }

    private CallbackHandler(Environment env) {
        this(env, new S3ObjectStore(Clients.build(S3Client.builder(), ATTEMPT), env.require("JOBS_BUCKET")));
    }

    private CallbackHandler(Environment env, ObjectStore jobs) {
        this(
                new SendWebhook(
                        jobs, PresignedLinks.from(env), new HttpWebhookClient(resolver(env)), Clock.systemUTC()),
                new SqsQueue(Clients.build(SqsClient.builder(), ATTEMPT), env.require("CALLBACK_QUEUE_URL")),
                JsonLog.standardOutput());
        Priming.register(this, jobs);
    }

    private static DnsResolver resolver(Environment env) {
        return env.find("PRIVATE_CALLBACKS").filter("true"::equals).isPresent()
                ? SystemDefaultDnsResolver.INSTANCE
                : new PublicAddresses();
    }

    CallbackHandler(SendWebhook sendWebhook, MessageVisibility queue, JsonLog log) {
        this.sendWebhook = sendWebhook;
        this.queue = queue;
        this.log = log;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> !settled(message))
                .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private boolean settled(SQSMessage message) {
        CallbackDue due =
                Json.read("a callback", message.getBody().getBytes(StandardCharsets.UTF_8), CallbackDue.class);
        Optional<Outcome> outcome = sendWebhook.send(due);
        outcome.ifPresent(how -> log.write(line(due, how)));
        if (!(outcome.orElse(null) instanceof Outcome.Later later)) return true;
        queue.delayRetry(message.getReceiptHandle(), Schedule.after(tries(message), later.notBefore()));
        return false;
    }

    private static int tries(SQSMessage message) {
        return Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
    }

    private static LogLine line(CallbackDue due, Outcome outcome) {
        if (outcome instanceof Outcome.Later later)
            return LogLine.of("callback_not_taken").job(due.jobId()).message(later.why());
        if (outcome instanceof Outcome.Never never)
            return LogLine.of("callback_given_up").job(due.jobId()).message(never.why());
        return LogLine.of("callback_taken").job(due.jobId());
    }
}
