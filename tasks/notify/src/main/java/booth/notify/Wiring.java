package booth.notify;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.PresignedLinks;
import booth.aws.S3ObjectStore;
import booth.aws.SqsChangePublisher;
import booth.core.Primed;
import booth.core.function.JsonLog;
import booth.core.job.ObjectStore;
import booth.core.watching.ChangePublisher;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the four functions of this module are made of, from their environment. */
final class Wiring implements Primed {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final Environment env;
    private final ObjectStore store;
    private final ChangePublisher publisher;

    /** Reads {@code JOBS_BUCKET} and {@code STREAM_QUEUE_URL}, which all four have. */
    Wiring(Environment env) {
        this.env = env;
        this.store = new S3ObjectStore(Clients.build(S3Client.builder(), ATTEMPT), env.require("JOBS_BUCKET"));
        this.publisher = SqsChangePublisher.from(env);
    }

    @Override
    public void prime() {
        store.prime();
        publisher.prime();
    }

    JobProgress progress() {
        return new JobProgress(store, publisher, Clock.systemUTC());
    }

    /** Reads {@code TOPIC_ARN}, {@code CALLBACK_QUEUE_URL} and {@code LINK_SECONDS}. */
    JobOutcomes outcomes() {
        return new JobOutcomes(
                store,
                PresignedLinks.from(env),
                new SnsAnnouncer(Clients.build(SnsClient.builder(), ATTEMPT), env.require("TOPIC_ARN")),
                new SqsCallbacks(Clients.build(SqsClient.builder(), ATTEMPT), env.require("CALLBACK_QUEUE_URL")),
                progress(),
                Clock.systemUTC(),
                JsonLog.standardOutput());
    }

    /** Reads {@code STREAM_ENDPOINT} and {@code LINK_SECONDS}. */
    Push push(JsonLog log) {
        return new Push(
                store,
                PresignedLinks.from(env),
                stream(env.require("STREAM_ENDPOINT")),
                publisher,
                Clock.systemUTC(),
                log);
    }

    private static Stream stream(String endpoint) {
        return new ApiGatewayStream(
                Clients.build(ApiGatewayManagementApiClient.builder().endpointOverride(URI.create(endpoint)), ATTEMPT));
    }
}
