package booth.generate;

import booth.aws.Clients;
import booth.aws.Environment;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClientBuilder;

/** The text-to-image model that a deployment chose. */
final class TextModels {
    private static final String CORE = "stability.stable-image-core-v1:1";
    private static final String OREGON = "us-west-2"; // Stability's text-to-image models are offered there
    private static final Duration PAINTING = Duration.ofMinutes(2);
    private static final Duration ENDPOINT = Duration.ofSeconds(65); // the service itself gives up after 60

    private TextModels() {}

    static TextToImageModel from(Environment env) {
        String dialect = env.find("GARDEN_DIALECT").orElse("stability");
        String model = env.find("GARDEN_MODEL").orElse(CORE);
        List<String> regions = names(env.find("GARDEN_REGIONS").orElse(OREGON));
        List<String> endpoints = names(env.find("SD_ENDPOINTS").orElse(""));
        Style style = Style.from(env);
        return switch (dialect) {
            case "stability" -> new PlacedTextModel(new StabilityTextDialect(), bedrock(model, regions));
            case "titan" -> new PlacedTextModel(new TitanTextDialect(style), bedrock(model, regions));
            case "stable-diffusion" -> new PlacedTextModel(new StableDiffusionDialect(), sageMaker(endpoints));
            default ->
                throw new IllegalArgumentException(
                        "GARDEN_DIALECT must be stability, titan or stable-diffusion, not '" + dialect + "'.");
        };
    }

    private static ModelPlaces bedrock(String model, List<String> regions) {
        return new ModelPlaces(
                "GARDEN_REGIONS must name at least one region",
                regions.stream()
                        .map(region -> new BedrockRegion(region, model, PAINTING, BedrockRuntimeClient.builder()))
                        .toList());
    }

    private static ModelPlaces sageMaker(List<String> endpoints) {
        SageMakerRuntimeClient client = client(SageMakerRuntimeClient.builder(), ENDPOINT);
        return new ModelPlaces(
                "SD_ENDPOINTS must name at least one endpoint",
                endpoints.stream()
                        .map(name -> new SageMakerEndpoint(client, name))
                        .toList());
    }

    /** It repeats nothing by itself: whoever loses an answer may have had a picture painted. */
    static SageMakerRuntimeClient client(SageMakerRuntimeClientBuilder builder, Duration attempt) {
        return Clients.build(builder, attempt, override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
