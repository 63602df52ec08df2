package booth.garden.mood;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.access.BoothKeys;
import booth.core.function.JsonLog;
import booth.core.function.KeepReady;
import booth.core.function.Priming;
import booth.core.image.ImageCodecs;
import booth.core.job.ObjectStore;
import booth.garden.taste.GuestBook;
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
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Lambda handler of {@code POST /emotion}, the only function of the garden that sees a face.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET}
 *   <li>{@code JOBS_BUCKET}: where the booths' keys are
 *   <li>{@code PERSONALIZE_USERS_ARN} (optional): the dataset of Amazon Personalize that hears of guests, too
 *   <li>{@code ALLOWED_ORIGINS} (optional): the web origins that may write, with commas between; none where it is not set
 *   <li>{@code PERSONALIZE_USERS_ARN} (optional): the dataset of Amazon Personalize that hears of guests
 * </ul>
 */
public final class MoodHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** Twice for the write, and four times for the delete, at most: 28 s with everything else at its slowest; see {@link ReadMood#OPENING}. */
    private static final Duration ATTEMPT = Duration.ofMillis(2500);

    /** A photo of 4.5 MB, which is all that Lambda takes, at frame size and as a JPEG: some 12 MB each. */
    private static final int SEATS = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Api api;

    public MoodHandler() {
        this(System.getenv());
    }

    public MoodHandler(Map<String, String> env) {
        this(new Environment(env), Clients.build(S3Client.builder(), ATTEMPT));
    }

    private MoodHandler(Environment env, S3Client s3) {
        this(
                env,
                new S3ObjectStore(s3, env.require("GARDEN_BUCKET")),
                new S3ObjectStore(s3, env.require("JOBS_BUCKET")),
                RekognitionFaceReader.open());
    }

    private MoodHandler(Environment env, ObjectStore garden, ObjectStore jobs, FaceReader reader) {
        this(env, garden, jobs, reader, GuestBook.from(env, garden, Clock.systemUTC()));
    }

    private MoodHandler(Environment env, ObjectStore garden, ObjectStore jobs, FaceReader reader, GuestBook guests) {
        this(api(env, garden, jobs, reader, guests::met));
        Priming.register(this, garden, jobs, reader, guests, new ImageCodecs());
    }

    MoodHandler(Api api) {
        this.api = api;
    }

    private static Api api(
            Environment env, ObjectStore garden, ObjectStore jobs, FaceReader reader, Acquaintance acquaintance) {
        Clock clock = Clock.systemUTC();
        JsonLog log = JsonLog.standardOutput();
        ReadMood mood = new ReadMood(
                env.require("GARDEN_BUCKET"),
                new Profiles(garden, clock, log),
                reader,
                acquaintance,
                new Seats(SEATS, PATIENCE),
                clock,
                log);
        OpenApi openApi =
                OpenApi.load("/garden-openapi.json").where(route -> route.tag().equals(MoodRoutes.TAG));
        return new Api(
                openApi,
                new Operations(openApi, new MoodRoutes(mood).operations()),
                new Access(new BoothKeys(jobs), clock),
                Cors.of(env.find("ALLOWED_ORIGINS").orElse("")),
                log);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (KeepReady.is(event.getRequestContext().getRouteKey())) return new APIGatewayV2HTTPResponse();
        return api.answer(Request.of(event)).toEvent();
    }
}
