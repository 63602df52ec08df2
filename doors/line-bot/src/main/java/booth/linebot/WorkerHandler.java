package booth.linebot;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.PresignedLinks;
import booth.aws.S3ObjectStore;
import booth.aws.SqsChangePublisher;
import booth.aws.SqsQueue;
import booth.aws.StepFunctionsExecutions;
import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.function.MessageVisibility;
import booth.core.function.Priming;
import booth.core.image.ImageCodecs;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda handler of what waits for the bot: events of chats, and jobs that ended. What fails is tried again later and
 * later, and after its last try is a dead letter.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code LINE_CHANNEL_SECRET}: signs the bot's links
 *   <li>{@code LINE_CHANNEL_TOKEN}: with which the bot speaks
 *   <li>{@code LINE_EVENTS_QUEUE_URL}: where events come from
 *   <li>{@code LINE_ENDS_QUEUE_URL}: where ends of jobs come from
 *   <li>{@code LINE_PUBLIC_URL}: where the bot's links lead
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code UPLOADS_BUCKET}
 *   <li>{@code STATE_MACHINE_ARN}: whose executions an erasure stops
 *   <li>{@code STREAM_QUEUE_URL}: where changes go that watchers are to see
 *   <li>{@code RETENTION_DAYS}: how long guests are told that photos are kept
 *   <li>{@code LINE_API_URL} (optional): where LINE is; as the system property {@code line.endpointUrl} says, or else LINE
 *       itself, where it is not set
 *   <li>{@code LINE_DATA_URL} (optional): where LINE's contents are; likewise
 * </ul>
 */
public final class WorkerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /** Leads to a LINE on the same machine, as {@code aws.endpointUrl} does to its AWS. */
    private static final String ENDPOINT_PROPERTY = "line.endpointUrl";

    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final Duration LINKS = Duration.ofSeconds(600);

    /** After the first try, the second…; the last is as long as LINE's outages have been. */
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    private final Worker worker;
    private final MessageVisibility events;
    private final MessageVisibility ends;
    private final JsonLog log;

    public WorkerHandler() {
        this(System.getenv());
    }

    /** @param env environment variables by name */
    public WorkerHandler(Map<String, String> env) {
        this(new Environment(env), JsonLog.standardOutput());
    }

    private WorkerHandler(Environment env, JsonLog log) {
        this(env, log, Clients.build(S3Client.builder(), ATTEMPT), Clients.build(SqsClient.builder(), ATTEMPT));
    }

    private WorkerHandler(Environment env, JsonLog log, S3Client s3, SqsClient sqs) {
        this(
                env,
                new S3ObjectStore(s3, env.require("JOBS_BUCKET")),
                new S3ObjectStore(s3, env.require("UPLOADS_BUCKET")),
                new SqsQueue(sqs, env.require("LINE_EVENTS_QUEUE_URL")),
                new SqsQueue(sqs, env.require("LINE_ENDS_QUEUE_URL")),
                log);
    }

    private WorkerHandler(
            Environment env, S3ObjectStore jobs, S3ObjectStore uploads, SqsQueue events, SqsQueue ends, JsonLog log) {
        this(
                new LineBot(
                                jobs,
                                uploads,
                                new StepFunctionsExecutions(
                                        Clients.build(SfnClient.builder(), ATTEMPT), env.require("STATE_MACHINE_ARN")),
                                SqsChangePublisher.from(env),
                                line(env),
                                links(env),
                                Clock.systemUTC())
                        .worker(Integer.parseInt(env.require("RETENTION_DAYS")), log),
                events,
                ends,
                log);
        Priming.register(this, jobs, events, new ImageCodecs());
    }

    private static LineClient line(Environment env) {
        return new LineClient(
                line(env, "LINE_API_URL", "https://api.line.me"),
                line(env, "LINE_DATA_URL", "https://api-data.line.me"),
                env.require("LINE_CHANNEL_TOKEN"));
    }

    private static URI line(Environment env, String variable, String itself) {
        return URI.create(env.find(variable).orElseGet(() -> System.getProperty(ENDPOINT_PROPERTY, itself)));
    }

    private static PictureLinks links(Environment env) {
        return new PictureLinks(
                new PresignedLinks(
                        S3Presigner.create(),
                        env.require("JOBS_BUCKET"),
                        env.require("UPLOADS_BUCKET"),
                        LINKS,
                        Clock.systemUTC()),
                env.require("LINE_PUBLIC_URL"),
                env.require("LINE_CHANNEL_SECRET"),
                Clock.systemUTC());
    }

    WorkerHandler(Worker worker, MessageVisibility events, MessageVisibility ends, JsonLog log) {
        this.worker = worker;
        this.events = events;
        this.ends = ends;
        this.log = log;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> !settled(message))
                .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
                .toList());
    }

    /** Throws nothing: the other messages of the batch have done no wrong. */
    private boolean settled(SQSMessage message) {
        try {
            worker.take(message.getBody());
            return true;
        } catch (Refused e) {
            log.write(LogLine.of("refused").error(e));
            return true;
        } catch (RuntimeException e) {
            log.write(LogLine.of("incident").error(e));
            delay(message);
            return false;
        }
    }

    private void delay(SQSMessage message) {
        int tries = Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
        Duration delay = DELAYS.get(Math.min(Math.max(tries, 1), DELAYS.size()) - 1);
        (message.getBody().contains("\"webhookEventId\"") ? events : ends)
                .delayRetry(message.getReceiptHandle(), delay);
    }
}
