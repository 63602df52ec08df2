package booth.garden.api;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.access.BoothKeys;
import booth.core.function.JsonLog;
import booth.core.function.KeepReady;
import booth.core.function.Priming;
import booth.core.job.ObjectStore;
import booth.garden.bulk.GenerationRoutes;
import booth.garden.pictures.Listings;
import booth.garden.pictures.PictureLinks;
import booth.garden.pictures.PresignedPictures;
import booth.garden.pictures.S3PictureCopies;
import booth.garden.taste.TasteRoutes;
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
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Lambda handler of the garden's HTTP API: of every operation in {@code garden-openapi.json} that has no function of its
 * own.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code GARDEN_BUCKET}
 *   <li>{@code JOBS_BUCKET}: where the booths' keys are, which the garden shares
 *   <li>{@code BULK_MACHINE_ARN}: the state machine of batches
 *   <li>{@code GENERATION_QUEUE_URL}: where orders for pictures go
 *   <li>{@code PICTURE_PRICE}: in US dollars
 *   <li>{@code PRICE_DATE}: of the price list it was read from, e.g. {@code 2026-11-01}
 *   <li>{@code PICTURES_AT_ONCE} (optional): how many pictures {@code /text2image} paints; one where it is not set
 *   <li>{@code LINK_SECONDS} (optional): how long links to pictures work; an hour where it is not set
 *   <li>{@code ALLOWED_ORIGINS} (optional): the web origins that may write, with commas between; none where it is not set
 *   <li>{@code PERSONALIZE_CAMPAIGN_ARN} (optional): of Amazon Personalize's campaign; the garden recommends by itself where
 *       it is not set
 *   <li>{@code PERSONALIZE_FILTER_ARN} (optional): by which the campaign keeps to an emotion
 *   <li>{@code PERSONALIZE_MIN_INTERACTIONS} (optional): from how many likes on the campaign is asked; 1,000 where it is not
 *       set
 *   <li>{@code PERSONALIZE_TRACKING_ID} (optional): of the event tracker that hears of likes
 * </ul>
 */
public final class GardenApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** Parts of the API that other functions answer. */
    private static final Set<String> ELSEWHERE = Set.of("mood", "visitors");

    private static final String GARDEN = "GARDEN_BUCKET";
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final Api api;

    public GardenApiHandler() {
        this(System.getenv());
    }

    /** @param env environment variables by name */
    public GardenApiHandler(Map<String, String> env) {
        this(new Environment(env), Clients.build(S3Client.builder(), ATTEMPT));
    }

    private GardenApiHandler(Environment env, S3Client s3) {
        ObjectStore garden = new S3ObjectStore(s3, env.require(GARDEN));
        ObjectStore jobs = new S3ObjectStore(s3, env.require("JOBS_BUCKET"));
        Listings listings = new Listings(garden);
        TasteRoutes taste = TasteRoutes.from(env, garden, listings, Clock.systemUTC(), JsonLog.standardOutput());
        PictureLinks links = PresignedPictures.from(env);
        GenerationRoutes generation = GenerationRoutes.from(env, garden, links::link);
        api = api(
                new GardenOperations(
                        garden,
                        listings,
                        new S3PictureCopies(s3, env.require(GARDEN)),
                        links,
                        taste,
                        generation,
                        Clock.systemUTC()),
                new BoothKeys(jobs),
                Cors.of(env.find("ALLOWED_ORIGINS").orElse("")),
                JsonLog.standardOutput());
        Priming.register(this, garden, jobs, taste, generation);
    }

    GardenApiHandler(Api api) {
        this.api = api;
    }

    static Api api(GardenOperations operations, BoothKeys keys, Cors cors, JsonLog log) {
        OpenApi openApi = description();
        return new Api(
                openApi,
                new Operations(openApi, operations.all(openApi)),
                new Access(keys, operations.clock()),
                cors,
                log);
    }

    /** What this function answers of the garden's description. */
    static OpenApi description() {
        return OpenApi.load("/garden-openapi.json").where(route -> !ELSEWHERE.contains(route.tag()));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (KeepReady.is(event.getRequestContext().getRouteKey())) return new APIGatewayV2HTTPResponse();
        return api.answer(Request.of(event)).toEvent();
    }
}
