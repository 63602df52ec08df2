package booth.api;

import booth.api.jobs.CallbackRule;
import booth.api.legacy.ExistingClients;
import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.PresignedLinks;
import booth.aws.S3ObjectStore;
import booth.aws.SqsChangePublisher;
import booth.aws.StepFunctionsExecutions;
import booth.aws.Uploads;
import booth.core.Busy;
import booth.core.function.JsonLog;
import booth.core.function.KeepReady;
import booth.core.function.Priming;
import booth.core.job.Executions;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.watching.ChangePublisher;
import booth.http.Api;
import booth.http.Cors;
import booth.http.Request;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Lambda handler of the HTTP API. Every request comes here, those that match no route of {@code openapi.json} and the
 * browsers' preflights too: errors are problem documents wherever they arise, and there is one place for CORS.
 *
 * <p>Environment:
 *
 * <ul>
 *   <li>{@code UPLOADS_BUCKET}
 *   <li>{@code JOBS_BUCKET}
 *   <li>{@code STATE_MACHINE_ARN}
 *   <li>{@code STREAM_QUEUE_URL}: where changes go that watchers are to see
 *   <li>{@code LINK_SECONDS} (optional): how long links in answers work; an hour where it is not set
 *   <li>{@code RETENTION_DAYS} (optional): when results expire; clients are not told where it is not set
 *   <li>{@code ALLOWED_ORIGINS} (optional): the web origins that may write, with commas between; none where it is not set
 *   <li>{@code LEGACY_ROUTES} (optional): {@code on}, also where it is not set, or the routes of existing clients do not
 *       exist
 *   <li>{@code LEGACY_DAILY_PHOTOS} (optional): how many photos a day those take without a key, over all addresses; 200
 *       where it is not set
 *   <li>{@code PRIVATE_CALLBACKS} (optional): {@code true} lets webhooks go to private addresses, for trying them out
 * </ul>
 */
public final class ApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final String ON = "on";

    private final Api api;

    public ApiHandler() {
        this(System.getenv());
    }

    /** @param env environment variables by name */
    public ApiHandler(Map<String, String> env) {
        this(new Environment(env), Clients.build(S3Client.builder(), ATTEMPT));
    }

    private ApiHandler(Environment env, S3Client s3) {
        this(
                env,
                new S3ObjectStore(s3, env.require("JOBS_BUCKET")),
                new S3ObjectStore(s3, env.require("UPLOADS_BUCKET")),
                new StepFunctionsExecutions(
                        Clients.build(SfnClient.builder(), ATTEMPT), env.require("STATE_MACHINE_ARN")),
                SqsChangePublisher.from(env));
    }

    private ApiHandler(
            Environment env, ObjectStore jobs, ObjectStore uploads, Executions executions, ChangePublisher changes) {
        this(wire(env, jobs, uploads, executions, changes, Clock.systemUTC()));
        Priming.register(this, jobs, executions, changes);
    }

    ApiHandler(Api api) {
        this.api = api;
    }

    private static Api wire(
            Environment env,
            ObjectStore jobs,
            ObjectStore uploads,
            Executions executions,
            ChangePublisher changes,
            Clock clock) {
        return new ApiFactory(
                        jobs,
                        uploads,
                        executions,
                        new Uploads(new Jobs(jobs), S3Presigner.create(), env.require("UPLOADS_BUCKET"), clock),
                        PresignedLinks.from(env),
                        changes,
                        env.find("RETENTION_DAYS").map(Long::valueOf).map(Duration::ofDays),
                        new CallbackRule(env.find("PRIVATE_CALLBACKS")
                                .filter("true"::equals)
                                .isPresent()),
                        clock)
                .api(
                        Cors.of(env.find("ALLOWED_ORIGINS").orElse("")),
                        Optional.of(clients(env))
                                .filter(on ->
                                        env.find("LEGACY_ROUTES").orElse(ON).equals(ON)),
                        JsonLog.standardOutput());
    }

    private static ExistingClients clients(Environment env) {
        return new ExistingClients(
                ApiHandler::sleep,
                env.find("LEGACY_DAILY_PHOTOS").map(Integer::valueOf).orElse(ExistingClients.DAILY_PHOTOS));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("The function is being stopped", e);
        }
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (KeepReady.is(event.getRequestContext().getRouteKey())) return new APIGatewayV2HTTPResponse();
        return api.answer(Request.of(event)).toEvent();
    }
}
