package booth.garden.visitors;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.aws.SqsChangePublisher;
import booth.core.access.BoothKeys;
import booth.core.function.JsonLog;
import booth.core.function.KeepReady;
import booth.core.function.Priming;
import booth.core.job.ObjectStore;
import booth.core.watching.ChangePublisher;
import booth.http.Access;
import booth.http.Api;
import booth.http.Cors;
import booth.http.OpenApi;
import booth.http.Operations;
import booth.http.Request;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Lambda handler of the routes about visitors: {@code /representative}, {@code /redis} and {@code /control}.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET}
 *   <li>{@code JOBS_BUCKET}: where the booths' keys are
 *   <li>{@code STREAM_QUEUE_URL}: where what is called out goes, to reach those who listen
 *   <li>{@code ALLOWED_ORIGINS} (optional): the web origins that may write, with commas between; none where it is not set
 * </ul>
 */
public final class VisitorsApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    /** A link to a picture works until the one after next hangs there. */
    private static final Duration LINK = Duration.ofMinutes(30);

    private final Api api;

    public VisitorsApiHandler() {
        this(System.getenv());
    }

    public VisitorsApiHandler(Map<String, String> env) {
        this(new Environment(env), Clients.build(S3Client.builder(), ATTEMPT));
    }

    private VisitorsApiHandler(Environment env, S3Client s3) {
        this(
                env,
                new S3ObjectStore(s3, env.require("GARDEN_BUCKET")),
                new S3ObjectStore(s3, env.require("JOBS_BUCKET")),
                SqsChangePublisher.from(env));
    }

    private VisitorsApiHandler(Environment env, ObjectStore garden, ObjectStore jobs, ChangePublisher publisher) {
        this(api(env, garden, jobs, publisher));
        Priming.register(this, garden, jobs, publisher);
    }

    VisitorsApiHandler(Api api) {
        this.api = api;
    }

    private static Api api(Environment env, ObjectStore garden, ObjectStore jobs, ChangePublisher publisher) {
        Clock clock = Clock.systemUTC();
        VisitorsRoutes routes =
                new VisitorsRoutes(garden, links(env.require("GARDEN_BUCKET")), new Screens(publisher, clock));
        OpenApi openApi =
                OpenApi.load("/garden-openapi.json").where(route -> route.tag().equals(VisitorsRoutes.TAG));
        return new Api(
                openApi,
                new Operations(openApi, routes.operations()),
                new Access(new BoothKeys(jobs), clock),
                Cors.of(env.find("ALLOWED_ORIGINS").orElse("")),
                JsonLog.standardOutput());
    }

    private static UnaryOperator<String> links(String bucket) {
        S3Presigner signer = S3Presigner.create();
        return key -> signer.presignGetObject(sign -> sign.signatureDuration(LINK)
                        .getObjectRequest(get -> get.bucket(bucket).key(key)))
                .url()
                .toExternalForm();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (KeepReady.is(event.getRequestContext().getRouteKey())) return new APIGatewayV2HTTPResponse();
        return api.answer(Request.of(event)).toEvent();
    }
}
