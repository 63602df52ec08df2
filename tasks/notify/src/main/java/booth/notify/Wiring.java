package booth.notify;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.PresignedLinks;
import booth.aws.S3ObjectStore;
import booth.aws.SqsChangePublisher;
import booth.core.function.JsonLog;
import booth.core.job.ObjectStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the four functions of this module are made of, from their environment. */
final class Wiring {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private Wiring() {}

    /** For functions that announce ends: needs a topic. */
    static JobOutcomes bulletin(Environment env) {
        return bulletin(
                env,
                new SnsAnnouncer(Clients.build(SnsClient.builder(), ATTEMPT), env.require("TOPIC_ARN")),
                new SqsCallbacks(Clients.build(SqsClient.builder(), ATTEMPT), env.require("CALLBACK_QUEUE_URL")));
    }

    /** For the function that only hears of files. */
    static JobOutcomes progressOnly(Environment env) {
        return bulletin(
                env,
                job -> {
                    throw new IllegalStateException(
                            "The function that hears of files has no topic to announce an end on.");
                },
                job -> {});
    }

    private static JobOutcomes bulletin(Environment env, Announcer announcer, Callbacks callbacks) {
        JsonLog log = JsonLog.standardOutput();
        return new JobOutcomes(
                folder(env),
                PresignedLinks.from(env),
                announcer,
                callbacks,
                SqsChangePublisher.from(env),
                Clock.systemUTC(),
                log);
    }

    /** For the function that tells the watchers. */
    static Push push(Environment env, JsonLog log) {
        return new Push(
                folder(env),
                PresignedLinks.from(env),
                stream(env.require("STREAM_ENDPOINT")),
                SqsChangePublisher.from(env),
                Clock.systemUTC(),
                log);
    }

    private static ObjectStore folder(Environment env) {
        return new S3ObjectStore(Clients.build(S3Client.builder(), ATTEMPT), env.require("JOBS_BUCKET"));
    }

    private static Stream stream(String endpoint) {
        return new ApiGatewayStream(
                Clients.build(ApiGatewayManagementApiClient.builder().endpointOverride(URI.create(endpoint)), ATTEMPT));
    }
}
