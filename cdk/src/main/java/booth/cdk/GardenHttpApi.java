package booth.cdk;

import booth.cdk.TaskFunction.Program;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.constructs.Construct;

/**
 * The garden's HTTP API: a route for each method and path of {@code garden-openapi.json}. Operations of the tags
 * {@link #ELSEWHERE} have functions of their own, which know more of a guest; all others are answered by one.
 */
final class GardenHttpApi extends Construct {
    /** Parts of the API with functions of their own. */
    private static final Set<String> ELSEWHERE = Set.of("mood", "visitors");
    /** API Gateway waits 30 s. */
    private static final Duration TIMEOUT = Duration.seconds(29);

    private final HttpDoor door;
    private final TaskFunction function;
    private final ApiRoutes routes;

    /**
     * @param keys the bucket in which the booths' keys are
     * @param bulk who paints
     */
    GardenHttpApi(
            Construct scope,
            String id,
            Artifacts artifacts,
            Settings settings,
            NamedBucket garden,
            NamedBucket keys,
            GardenBulk bulk) {
        super(scope, id);
        function = function(artifacts, settings, garden, keys, bulk.environment());
        bulk.openTo(function);
        routes = ApiRoutes.of(artifacts.gardenOpenApi());
        var integration = HttpLambdaIntegration.Builder.create("Function", function.live())
                .build();
        door = new HttpDoor(this, "Default", "Moods in, gardens out.", integration);
        door.serve(integration, routes.tagged(tag -> !ELSEWHERE.contains(tag)).methodsByPath());
    }

    /** The operations of a tag are answered by this function. */
    void serve(String tag, TaskFunction answers) {
        if (!ELSEWHERE.contains(tag)) throw new IllegalArgumentException(tag + " is answered already.");
        var integration = HttpLambdaIntegration.Builder.create(answers.getNode().getId(), answers.live())
                .build();
        door.serve(integration, routes.tagged(tag::equals).methodsByPath());
    }

    private TaskFunction function(
            Artifacts artifacts,
            Settings settings,
            NamedBucket garden,
            NamedBucket keys,
            Map<String, String> generation) {
        var environment = new TreeMap<>(Map.of(
                "GARDEN_BUCKET", garden.name(),
                "JOBS_BUCKET", keys.name(),
                "LINK_SECONDS", String.valueOf(settings.linkSeconds())));
        environment.putAll(generation);
        if (!settings.allowedOrigins().isEmpty())
            environment.put("ALLOWED_ORIGINS", String.join(",", settings.allowedOrigins()));
        var program = new Program(artifacts.functionOf("garden"), "booth.garden.api.GardenApiHandler", 1769, TIMEOUT);
        return new TaskFunction(this, "GardenApi", program, environment)
                .may(garden.list("emotions/*", "imgPool/*", "display/*", "hidden/*", "listings/*"))
                .may(garden.read("emotions/*", "imgPool/*", "display/*", "hidden/*", "listings/*"))
                .may(garden.write("emotions/*", "display/*", "hidden/*", "listings/*"))
                .may(garden.delete("emotions/*", "imgPool/*", "hidden/*"))
                .may(garden.list("likes/*", "taste/*"), garden.read("likes/*", "taste/*"))
                .may(garden.write("likes/*", "taste/snapshot.json.gz", "taste/forgotten/*"))
                .may(garden.delete("likes/*", "taste/guests/*"))
                .may(keys.list("keys/*"), keys.read("keys/*"));
    }

    /** Who answers all that has no function of its own. */
    TaskFunction function() {
        return function;
    }

    String url() {
        return door.url();
    }

    Set<String> paths() {
        return routes.paths();
    }
}
