package booth.notify;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.Links;
import booth.aws.S3JobFolder;
import booth.core.JobFolder;
import booth.core.JsonLog;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** What the three functions of this module are made of, from their environment. */
final class Wiring {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private Wiring() {}

    /** For functions that announce ends: needs a topic. */
    static Bulletin bulletin(Environment env) {
        return bulletin(env, new SnsAnnouncer(Clients.build(SnsClient.builder(), ATTEMPT), env.require("TOPIC_ARN")));
    }

    /** For the function that only pushes progress. */
    static Bulletin progressOnly(Environment env) {
        return bulletin(env, job -> {
            throw new IllegalStateException("The function that pushes progress has no topic to announce an end on.");
        });
    }

    private static Bulletin bulletin(Environment env, Announcer announcer) {
        JsonLog log = JsonLog.standardOutput();
        JobFolder folder = new S3JobFolder(Clients.build(S3Client.builder(), ATTEMPT), env.require("JOBS_BUCKET"));
        Optional<Stream> stream = env.find("STREAM_ENDPOINT").map(Wiring::stream);
        return new Bulletin(
                folder, Links.from(env), announcer, new Listeners(folder, stream, log), Clock.systemUTC(), log);
    }

    private static Stream stream(String endpoint) {
        return new ApiGatewayStream(
                Clients.build(ApiGatewayManagementApiClient.builder().endpointOverride(URI.create(endpoint)), ATTEMPT));
    }
}
