package booth.linebot;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.PresignedLinks;
import booth.aws.S3ObjectStore;
import booth.core.function.KeepReady;
import booth.core.function.Priming;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda handler of what LINE and its apps ask for over HTTP: {@code POST /line/webhook}, and {@code GET
 * /line/p/<token>}, which leads to a picture.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code LINE_CHANNEL_SECRET}: signs what LINE sends, and the bot's links
 *   <li>{@code LINE_EVENTS_QUEUE_URL}: where events wait, a FIFO queue
 *   <li>{@code JOBS_BUCKET}
 * </ul>
 */
public final class WebhookHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    /** Whoever is sent on goes at once. */
    private static final Duration SENT_ON = Duration.ofSeconds(60);

    private static final String PICTURES = "/line/p/";

    private final Webhook webhook;
    private final Jobs jobs;
    private final PictureLinks links;

    public WebhookHandler() {
        this(System.getenv());
    }

    /** @param env environment variables by name */
    public WebhookHandler(Map<String, String> env) {
        this(
                new Environment(env),
                new SqsEventQueue(
                        Clients.build(SqsClient.builder(), ATTEMPT),
                        new Environment(env).require("LINE_EVENTS_QUEUE_URL")));
    }

    private WebhookHandler(Environment env, EventQueue queue) {
        this(
                env,
                queue,
                new S3ObjectStore(Clients.build(S3Client.builder(), ATTEMPT), env.require("JOBS_BUCKET")),
                env.require("JOBS_BUCKET"));
    }

    private WebhookHandler(Environment env, EventQueue queue, ObjectStore store, String bucket) {
        this(
                new Webhook(env.require("LINE_CHANNEL_SECRET"), queue),
                store,
                new PictureLinks(
                        new PresignedLinks(S3Presigner.create(), bucket, bucket, SENT_ON, Clock.systemUTC()),
                        "",
                        env.require("LINE_CHANNEL_SECRET"),
                        Clock.systemUTC()));
        Priming.register(this, queue, store);
    }

    WebhookHandler(Webhook webhook, ObjectStore store, PictureLinks links) {
        this.webhook = webhook;
        this.jobs = new Jobs(store);
        this.links = links;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (KeepReady.is(event.getRequestContext().getRouteKey())) return new APIGatewayV2HTTPResponse();
        if (event.getRawPath().startsWith(PICTURES))
            return picture(event.getRawPath().substring(PICTURES.length()));
        return webhook.receive(signature(event), body(event))
                ? answer(200, "", Map.of())
                : answer(403, "Error", Map.of());
    }

    private APIGatewayV2HTTPResponse picture(String token) {
        Optional<String> where =
                links.job(token).flatMap(jobs::find).map(job -> links.open(token, job)); // none once it is erased
        return where.map(link -> answer(302, "", Map.of("location", link)))
                .orElseGet(() -> answer(404, "There is no such picture (any more).", Map.of()));
    }

    private static Optional<String> signature(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Optional.ofNullable(event.getHeaders()).ifPresent(headers::putAll);
        return Optional.ofNullable(headers.get("x-line-signature"));
    }

    /** The bytes that were signed. */
    private static byte[] body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    }

    private static APIGatewayV2HTTPResponse answer(int status, String body, Map<String, String> more) {
        Map<String, String> headers = new TreeMap<>(Map.of("cache-control", "no-store", "content-type", "text/plain"));
        headers.putAll(more);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }
}
